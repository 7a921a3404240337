namespace Memti.WeightImages.Formats;

/// <summary>Contents of an image file: bytes at an address.</summary>
/// <param name="Address">Address of the first byte; null when the format has none.</param>
/// <param name="Bytes">The bytes, as they lie in memory.</param>
public sealed record FlatImage(ulong? Address, ReadOnlyMemory<byte> Bytes);
