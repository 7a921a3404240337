namespace Memti.Abstractions.Accelerators;

/// <summary>Direction of a transfer, seen from the memory.</summary>
public enum TransferDirection
{
    /// <summary>Out of the memory.</summary>
    Read,

    /// <summary>Into the memory.</summary>
    Write,
}
