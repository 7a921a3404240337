using Memti.Abstractions.Arrays;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;
using Memti.Arrays.Profiles;

namespace Memti.Runs.Arrays;

/// <summary>A memory to solve for every target.</summary>
/// <param name="Cell">Name of a cell, a memory kind for its default cell, or the path of a cell file.</param>
/// <param name="Cells">Cells to hold, at least 1.</param>
public sealed record ArrayQuestion(string Cell, long Cells)
{
    /// <summary>Bits in one cell, 1 to 4.</summary>
    public int BitsPerCell { get; init; } = 1;

    /// <summary>Cells of one access, error correction apart.</summary>
    public int WordCells { get; init; } = ArrayDefaults.WordCells;

    /// <summary>The rules to solve by.</summary>
    public ArrayProfile Profile { get; init; } = ArrayDefaults.Profile;

    /// <summary>How multi-level cells are read.</summary>
    public SensingScheme Sensing { get; init; }

    /// <summary>Process node in nm.</summary>
    public int NodeNanometres { get; init; } = ArrayDefaults.NodeNanometres;

    /// <summary>The transistors of the node.</summary>
    public DeviceRoadmap Roadmap { get; init; } = ArrayDefaults.Roadmap;

    /// <summary>Junction temperature in K.</summary>
    public double TemperatureKelvin { get; init; } = ArrayDefaults.TemperatureKelvin;

    /// <summary>What drivers are sized for; null to search all.</summary>
    public DriverStyle? Driver { get; init; } = DriverStyle.Latency;

    /// <summary>How a bank reaches its mats.</summary>
    public Routing Routing { get; init; }

    /// <summary>How the array is divided into banks. Default: null, for <see cref="ArrayDefaults.BanksOf"/> of the cell.</summary>
    public BankRule? Banks { get; init; }

    /// <summary>Cells that a bank may hold; null for no limit.</summary>
    public long? BankCells { get; init; } = ArrayDefaults.BankCells;

    /// <summary>Limits that each bank has to keep.</summary>
    public BankLimits Limits { get; init; } = new();

    /// <summary>Targets between which to give the Pareto front of the largest bank; none for no front.</summary>
    public IReadOnlyList<ArrayTarget> Axes { get; init; } = [];

    /// <summary>One organisation to evaluate in place of a search; null to search.</summary>
    public Organisation? Organisation { get; init; }

    /// <summary>Wrong bits of a word that are corrected: 0 for none, 1 for SECDED, more for BCH.</summary>
    public int CorrectedBits { get; init; }

    /// <summary>Standard deviation of the sense amplifier's offset on the read scale of the levels, 0 or more.</summary>
    public double SenseOffset { get; init; }
}
