using Memti.Abstractions.Cells;

namespace Memti.Abstractions.Arrays;

/// <summary>
/// How an array is solved where nobody says otherwise. Memories, the solver and the commands on arrays all read these values, so that a
/// cell has one set of numbers.
/// </summary>
public static class ArrayDefaults
{
    /// <summary>The rules, for every kind of cell and any bits per cell: the only ones that know them all.</summary>
    public const ArrayProfile Profile = ArrayProfile.Memti;

    /// <summary>What the organisation is chosen for. Assumed: weights are read at every frame.</summary>
    public const ArrayTarget Target = ArrayTarget.ReadLatency;

    /// <summary>Cells of one access: NVSim's word.</summary>
    public const int WordCells = 64;

    /// <summary>Cells that one bank may hold: 2 MiB as NVSim counts them, the bank of the published systems.</summary>
    public const long BankCells = 16777216;

    /// <summary>Process node in nm.</summary>
    public const int NodeNanometres = 22;

    /// <summary>The transistors of the node.</summary>
    public const DeviceRoadmap Roadmap = DeviceRoadmap.LOP;

    /// <summary>Junction temperature in K: NVSim's default.</summary>
    public const double TemperatureKelvin = 350;

    /// <summary>How the banks of a cell are put together: SRAM interleaves equal banks, other cells leave hardly a cell spare.</summary>
    public static BankRule BanksOf(CellKind kind) => kind == CellKind.Sram ? BankRule.Equal : BankRule.Binary;
}
