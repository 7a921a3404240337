namespace Memti.Simulation.Contents;

/// <summary>
/// A machine that is switched on at a later moment than the start of the workload, with what its non-volatile memories hold. Everything
/// else is as after a reset.
/// </summary>
public sealed record ColdStart
{
    /// <summary>The moment in picoseconds since the start of the workload, zero or more.</summary>
    public required Int128 Time { get; init; }

    /// <summary>Index of the first frame that it may receive: those before it were delivered, or missed.</summary>
    public required long Frame { get; init; }

    /// <summary>Contents of each non-volatile memory with bytes. A memory that is not among them is empty.</summary>
    public required IReadOnlyList<StoredContents> Contents { get; init; }
}
