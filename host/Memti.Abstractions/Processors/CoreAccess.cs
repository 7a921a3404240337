namespace Memti.Abstractions.Processors;

/// <summary>Answer of the system to an access of a core.</summary>
/// <param name="Value">The loaded value in the low bytes; 0 for a store.</param>
/// <param name="WaitCycles">Cycles that the core waits in addition to its own, zero or more.</param>
/// <param name="IsError">True when nothing answers at the address, or not with this size: the core takes an access fault.</param>
public readonly record struct CoreAccess(ulong Value, long WaitCycles, bool IsError)
{
    /// <summary>The answer where nothing answers.</summary>
    public static CoreAccess Error => new(0, 0, true);
}
