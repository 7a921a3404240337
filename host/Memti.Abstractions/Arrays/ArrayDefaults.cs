using Memti.Abstractions.Cells;

namespace Memti.Abstractions.Arrays;

/// <summary>
/// Default settings for solving an array. Memories, the solver and the array commands share them, so that a cell has the same figures
/// everywhere.
/// </summary>
public static class ArrayDefaults
{
    /// <summary>The only set of rules that covers every kind of cell and several bits per cell.</summary>
    public const ArrayProfile Profile = ArrayProfile.Memti;

    /// <summary>Shortest read latency. Assumed: inference reads the weights at every frame.</summary>
    public const ArrayTarget Target = ArrayTarget.ReadLatency;

    /// <summary>Cells of one access: the word of NVSim.</summary>
    public const int WordCells = 64;

    /// <summary>Most cells of one bank: 2 MiB as NVSim counts them, the bank size of the published systems.</summary>
    public const long BankCells = 16777216;

    /// <summary>Process node in nm.</summary>
    public const int NodeNanometres = 22;

    /// <summary>Transistors of the node.</summary>
    public const DeviceRoadmap Roadmap = DeviceRoadmap.LOP;

    /// <summary>Junction temperature in K: the default of NVSim.</summary>
    public const double TemperatureKelvin = 350;

    /// <summary>The bank rule of a kind of cell: equal interleaved banks for SRAM, binary banks for other cells, because these waste few
    /// cells.</summary>
    public static BankRule BanksOf(CellKind kind) => kind == CellKind.Sram ? BankRule.Equal : BankRule.Binary;
}
