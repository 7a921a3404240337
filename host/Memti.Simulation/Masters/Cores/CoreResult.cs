namespace Memti.Simulation.Masters.Cores;

/// <summary>What a core did in a run.</summary>
public sealed record CoreResult
{
    /// <summary>Id of the component in ledger and residencies.</summary>
    public required int Component { get; init; }

    /// <summary>Instructions retired.</summary>
    public required long Instructions { get; init; }

    /// <summary>Cycles in which it worked.</summary>
    public required long ActiveCycles { get; init; }

    /// <summary>Cycles in which it waited for a memory or a device.</summary>
    public required long StalledCycles { get; init; }

    /// <summary>Words that it moved, for each memory with bytes.</summary>
    public required IReadOnlyList<CoreAccesses> Accesses { get; init; }

    /// <summary>True when firmware ended the run by itself and reported success; false when the workload ended.</summary>
    public required bool HasFinished { get; init; }
}
