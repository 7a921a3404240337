namespace Memti.Simulation.Executables;

/// <summary>Firmware as a core executes it.</summary>
public sealed record Executable
{
    /// <summary>Its name in messages, such as the file.</summary>
    public required string Name { get; init; }

    /// <summary>Address of the first instruction after every reset.</summary>
    public required ulong Entry { get; init; }

    /// <summary>What lies in memories before the first reset, ordered by address; no two overlap.</summary>
    public required IReadOnlyList<ExecutableSegment> Segments { get; init; }

    /// <summary>The functions. Default: none.</summary>
    public SymbolTable Symbols { get; init; } = SymbolTable.Empty;
}
