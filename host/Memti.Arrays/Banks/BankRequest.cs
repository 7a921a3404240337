using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Arrays.Circuits;
using Memti.Arrays.Profiles;

namespace Memti.Arrays.Banks;

/// <summary>A bank to solve.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="BitsPerCell">Bits per cell, 1 to 4.</param>
/// <param name="Cells">Number of cells: a power of two of words.</param>
/// <param name="WordCells">Cells of one access.</param>
public sealed record BankRequest(MemoryCell Cell, int BitsPerCell, long Cells, int WordCells)
{
    /// <summary>Profile of rules.</summary>
    public ArrayProfile Profile { get; init; }

    /// <summary>Read scheme of multi-level cells; profile <c>memti</c> only.</summary>
    public SensingScheme Sensing { get; init; }

    /// <summary>Process node in nm, 22 to 90.</summary>
    public int NodeNanometres { get; init; } = ArrayDefaults.NodeNanometres;

    /// <summary>Device roadmap of the transistors.</summary>
    public DeviceRoadmap Roadmap { get; init; } = ArrayDefaults.Roadmap;

    /// <summary>Junction temperature in K, 300 to 400.</summary>
    public double TemperatureKelvin { get; init; } = ArrayDefaults.TemperatureKelvin;

    /// <summary>Sizing goal of the drivers; null to search all three.</summary>
    public DriverStyle? Driver { get; init; } = DriverStyle.Latency;

    /// <summary>Wiring between the edge of the bank and its mats.</summary>
    public Routing Routing { get; init; }

    /// <summary>Limits that the bank must satisfy.</summary>
    public BankLimits Limits { get; init; } = new();
}
