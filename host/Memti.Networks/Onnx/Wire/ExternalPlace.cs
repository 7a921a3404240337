namespace Memti.Networks.Onnx.Wire;

/// <summary>Where the values of a tensor lie in another file.</summary>
/// <param name="File">The file, relative to that of the model.</param>
/// <param name="Offset">First byte, as the file writes it; null for 0.</param>
/// <param name="Length">Number of bytes, as the file writes it; null for the rest of the file.</param>
internal sealed record ExternalPlace(string File, string? Offset, string? Length);
