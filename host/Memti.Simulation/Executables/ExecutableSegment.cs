namespace Memti.Simulation.Executables;

/// <summary>Bytes of an executable and where they are placed.</summary>
/// <param name="Address">Physical address of the first byte.</param>
/// <param name="Contents">The bytes, at least one.</param>
public sealed record ExecutableSegment(ulong Address, ReadOnlyMemory<byte> Contents)
{
    /// <summary>Address of the last byte.</summary>
    public ulong Last => Address + (ulong)(Contents.Length - 1);

    /// <summary>True when an address is one of its bytes.</summary>
    public bool Contains(ulong address) => address >= Address && address <= Last;
}
