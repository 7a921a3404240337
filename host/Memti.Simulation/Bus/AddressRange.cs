using System.Globalization;

namespace Memti.Simulation.Bus;

/// <summary>A contiguous range of addresses.</summary>
/// <param name="Base">The first address.</param>
/// <param name="Size">Size in bytes, at least 1. The last address is at most 2^64 - 1.</param>
public readonly record struct AddressRange(ulong Base, ulong Size)
{
    /// <summary>The last address.</summary>
    public ulong Last => Base + (Size - 1);

    /// <summary>True when the range contains the address.</summary>
    public bool Contains(ulong address) => address >= Base && address <= Last;

    /// <summary>True when the ranges have an address in common.</summary>
    public bool Overlaps(AddressRange other) => Base <= other.Last && other.Base <= Last;

    /// <summary>First and last address in hexadecimal.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"0x{Base:X} to 0x{Last:X}");
}
