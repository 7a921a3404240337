namespace Memti.Abstractions.Arrays;

/// <summary>An array to solve.</summary>
/// <param name="Cell">Name of the cell, such as <c>sram-146f2</c> or <c>rram-1t1r-20f2</c>.</param>
/// <param name="BitsPerCell">Bits stored in one cell, 1 to 4.</param>
/// <param name="Cells">Cells to hold, at least 1.</param>
public sealed record ArrayRequest(string Cell, int BitsPerCell, long Cells)
{
    /// <summary>The rules to solve by.</summary>
    public ArrayProfile Profile { get; init; } = ArrayDefaults.Profile;

    /// <summary>What the organisation is chosen for.</summary>
    public ArrayTarget Target { get; init; } = ArrayDefaults.Target;

    /// <summary>Cells that one access reads or writes, 1 to 4096.</summary>
    public int WordCells { get; init; } = ArrayDefaults.WordCells;

    /// <summary>Cells that one bank may hold at most; null for no limit.</summary>
    public long? MaximumBankCells { get; init; } = ArrayDefaults.BankCells;

    /// <summary>How banks are put together; null for what <see cref="ArrayDefaults.BanksOf"/> says of the cell.</summary>
    public BankRule? Banks { get; init; }

    /// <summary>Process node in nm, 22 to 90.</summary>
    public int NodeNanometres { get; init; } = ArrayDefaults.NodeNanometres;

    /// <summary>The transistors of the node.</summary>
    public DeviceRoadmap Roadmap { get; init; } = ArrayDefaults.Roadmap;

    /// <summary>Junction temperature in K, 300 to 400.</summary>
    public double TemperatureKelvin { get; init; } = ArrayDefaults.TemperatureKelvin;
}
