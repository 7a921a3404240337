namespace Memti.Images;

/// <summary>A file that is to be written beside a manifest.</summary>
/// <param name="Name">Its name, relative to the manifest.</param>
/// <param name="Bytes">Its contents.</param>
public sealed record ImageFile(string Name, ReadOnlyMemory<byte> Bytes);
