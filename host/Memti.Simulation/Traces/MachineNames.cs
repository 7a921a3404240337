namespace Memti.Simulation.Traces;

/// <summary>Names of what a listener hears of by number.</summary>
public sealed record MachineNames
{
    /// <summary>The components by id. Those with power come first: they are the components of the results.</summary>
    public required IReadOnlyList<string> Components { get; init; }

    /// <summary>Ids of the memories among the components.</summary>
    public required IReadOnlyList<int> Memories { get; init; }

    /// <summary>The tasks by index.</summary>
    public required IReadOnlyList<string> Tasks { get; init; }

    /// <summary>The interrupt sources by number; empty for a machine without interrupts.</summary>
    public required IReadOnlyList<string> Interrupts { get; init; }

    /// <summary>The streams of the workload by index; empty for a workload without. Default: empty.</summary>
    public IReadOnlyList<string> Streams { get; init; } = [];

    /// <summary>The accelerators by index, for streams. Default: empty.</summary>
    public IReadOnlyList<string> Accelerators { get; init; } = [];

    /// <summary>Id of the component that executes firmware; -1 for none.</summary>
    public int Core { get; init; } = -1;

    /// <summary>The number of components with power.</summary>
    public required int Powered { get; init; }
}
