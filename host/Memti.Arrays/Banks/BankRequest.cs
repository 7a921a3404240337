using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Arrays.Circuits;
using Memti.Arrays.Profiles;

namespace Memti.Arrays.Banks;

/// <summary>One bank to solve.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="BitsPerCell">Bits in one cell, 1 to 4.</param>
/// <param name="Cells">Cells: the word times a power of two.</param>
/// <param name="WordCells">Cells of one access.</param>
public sealed record BankRequest(MemoryCell Cell, int BitsPerCell, long Cells, int WordCells)
{
    /// <summary>The rules to solve by.</summary>
    public ArrayProfile Profile { get; init; }

    /// <summary>How multi-level cells are read; profile <c>memti</c> only.</summary>
    public SensingScheme Sensing { get; init; }

    /// <summary>Process node in nm, 22 to 90.</summary>
    public int NodeNanometres { get; init; } = ArrayDefaults.NodeNanometres;

    /// <summary>The transistors of the node.</summary>
    public DeviceRoadmap Roadmap { get; init; } = ArrayDefaults.Roadmap;

    /// <summary>Junction temperature in K, 300 to 400.</summary>
    public double TemperatureKelvin { get; init; } = ArrayDefaults.TemperatureKelvin;

    /// <summary>What drivers are sized for; null to search all three styles.</summary>
    public DriverStyle? Driver { get; init; } = DriverStyle.Latency;

    /// <summary>How the bank reaches its mats.</summary>
    public Routing Routing { get; init; }

    /// <summary>Limits that a bank has to keep.</summary>
    public BankLimits Limits { get; init; } = new();
}
