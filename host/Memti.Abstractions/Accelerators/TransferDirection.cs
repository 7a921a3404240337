namespace Memti.Abstractions.Accelerators;

/// <summary>Which way data moves, seen from the memory.</summary>
public enum TransferDirection
{
    /// <summary>Out of the memory.</summary>
    Read,

    /// <summary>Into the memory.</summary>
    Write,
}
