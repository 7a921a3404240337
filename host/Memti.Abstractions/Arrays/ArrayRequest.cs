namespace Memti.Abstractions.Arrays;

/// <summary>An array to solve.</summary>
/// <param name="Cell">Name of the cell, such as <c>sram-146f2</c> or <c>rram-1t1r-20f2</c>.</param>
/// <param name="BitsPerCell">Bits stored in one cell, 1 to 4.</param>
/// <param name="Cells">Cells to hold, at least 1.</param>
public sealed record ArrayRequest(string Cell, int BitsPerCell, long Cells)
{
    /// <summary>The rules to solve by. Default: <see cref="ArrayDefaults.Profile"/>.</summary>
    public ArrayProfile Profile { get; init; } = ArrayDefaults.Profile;

    /// <summary>The quantity to optimise. Default: <see cref="ArrayDefaults.Target"/>.</summary>
    public ArrayTarget Target { get; init; } = ArrayDefaults.Target;

    /// <summary>Cells that one access reads or writes, 1 to 4096. Default: <see cref="ArrayDefaults.WordCells"/>.</summary>
    public int WordCells { get; init; } = ArrayDefaults.WordCells;

    /// <summary>Most cells of one bank; null for no limit. Default: <see cref="ArrayDefaults.BankCells"/>.</summary>
    public long? MaximumBankCells { get; init; } = ArrayDefaults.BankCells;

    /// <summary>How the array is divided into banks. Default: null, for <see cref="ArrayDefaults.BanksOf"/> of the cell.</summary>
    public BankRule? Banks { get; init; }

    /// <summary>Process node in nm, 22 to 90. Default: <see cref="ArrayDefaults.NodeNanometres"/>.</summary>
    public int NodeNanometres { get; init; } = ArrayDefaults.NodeNanometres;

    /// <summary>Transistors of the node. Default: <see cref="ArrayDefaults.Roadmap"/>.</summary>
    public DeviceRoadmap Roadmap { get; init; } = ArrayDefaults.Roadmap;

    /// <summary>Junction temperature in K, 300 to 400. Default: <see cref="ArrayDefaults.TemperatureKelvin"/>.</summary>
    public double TemperatureKelvin { get; init; } = ArrayDefaults.TemperatureKelvin;
}
