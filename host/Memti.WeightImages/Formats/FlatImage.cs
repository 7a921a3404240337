namespace Memti.WeightImages.Formats;

/// <summary>What a file says: bytes at an address.</summary>
/// <param name="Address">Address of the first byte; null where the format does not say.</param>
/// <param name="Bytes">The bytes, as they lie in memory.</param>
public sealed record FlatImage(ulong? Address, ReadOnlyMemory<byte> Bytes);
