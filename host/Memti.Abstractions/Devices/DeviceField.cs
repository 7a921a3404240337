namespace Memti.Abstractions.Devices;

/// <summary>A field of a register.</summary>
/// <param name="Name">Upper-case letters, digits and underscores.</param>
/// <param name="Low">Lowest bit.</param>
/// <param name="Bits">Number of bits.</param>
public sealed record DeviceField(string Name, int Low, int Bits = 1);
