namespace Memti.Runs.Reports;

/// <summary>A memory as it was built.</summary>
/// <param name="Memory">Name in the scenario.</param>
/// <param name="Kind">Technology.</param>
/// <param name="Holds">What it holds, copies included from which a volatile memory is reloaded.</param>
/// <param name="CapacityKib">Data capacity in KiB.</param>
/// <param name="ContentsKib">Contents in KiB.</param>
/// <param name="Cells">Physical cells.</param>
/// <param name="CellsUsed">Cells that the contents take.</param>
/// <param name="AreaMm2">Area in mm²; zero off the chip.</param>
/// <param name="OnMw">Leakage, background and refresh in mW while on.</param>
/// <param name="Organisation">Banks, cells and the rule behind them.</param>
/// <param name="Writes">Which cells a task's set is written to when it replaces another one; null where none does.</param>
public sealed record MemoryRow(
    string Memory,
    string Kind,
    string Holds,
    double CapacityKib,
    double ContentsKib,
    long Cells,
    long CellsUsed,
    double AreaMm2,
    double OnMw,
    string Organisation,
    string? Writes);
