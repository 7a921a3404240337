namespace Memti.Abstractions;

/// <summary>An array to solve.</summary>
/// <param name="Cell">Name of the cell, such as <c>sram-146f2</c> or <c>rram-1t1r-20f2</c>.</param>
/// <param name="BitsPerCell">Bits stored in one cell, 1 to 4.</param>
/// <param name="Cells">Cells to hold, at least 1.</param>
public sealed record ArrayRequest(string Cell, int BitsPerCell, long Cells)
{
    /// <summary>The rules to solve by; null for the first of <c>nvsim-2012</c>, <c>nvsim-merged</c> and <c>memti</c> that knows the cell with as many bits.</summary>
    public ArrayProfile? Profile { get; init; }

    /// <summary>What the organisation is chosen for.</summary>
    public ArrayTarget Target { get; init; } = ArrayTarget.ReadLatency;

    /// <summary>Cells that one access reads or writes, 1 to 4096.</summary>
    public int WordCells { get; init; } = 64;

    /// <summary>Cells that one bank may hold at most; null for no limit of the caller's own.</summary>
    public long? MaximumBankCells { get; init; }

    /// <summary>How banks are put together.</summary>
    public BankRule Banks { get; init; }

    /// <summary>Process node in nm, 22 to 90.</summary>
    public int NodeNanometres { get; init; } = 22;

    /// <summary>The transistors of the node.</summary>
    public DeviceRoadmap Roadmap { get; init; } = DeviceRoadmap.LOP;

    /// <summary>Junction temperature in K, 300 to 400.</summary>
    public double TemperatureKelvin { get; init; } = 350;
}
