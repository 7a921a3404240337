using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Arrays;

/// <summary>Figures of a solved array. Energies are per access of one word in one bank; area and leakage are of all banks.</summary>
public sealed record ArrayFigures
{
    /// <summary>Cells in all banks.</summary>
    public required long Cells { get; init; }

    /// <summary>Banks that the array is composed of.</summary>
    public required int Banks { get; init; }

    /// <summary>Cells that one access reads or writes.</summary>
    public required int WordCells { get; init; }

    /// <summary>Area of all banks.</summary>
    public required Area Area { get; init; }

    /// <summary>Leakage of all banks.</summary>
    public required Power Leakage { get; init; }

    /// <summary>Time of one read access.</summary>
    public required SimTime ReadLatency { get; init; }

    /// <summary>Time of one write access as the profile writes: one pulse, or, with several bits in a cell, program-and-verify.</summary>
    public required SimTime WriteLatency { get; init; }

    /// <summary>Cells read per second when consecutive words lie in consecutive banks: one access at a time in each.</summary>
    public required double ReadCellsPerSecond { get; init; }

    /// <summary>Energy of one read access.</summary>
    public required Energy ReadEnergy { get; init; }

    /// <summary>Energy of one write access as the profile writes: one pulse, or, with several bits in a cell, program-and-verify.</summary>
    public required Energy WriteEnergy { get; init; }

    /// <summary>Time to select row and column and to charge the bit line, before a pulse.</summary>
    public SimTime DriveLatency { get; init; }

    /// <summary>Energy of one pulse on a word besides that in its cells: decoders, drivers, lines.</summary>
    public Energy DriveEnergy { get; init; }

    /// <summary>The pulses of the cell in this array; null for a cell that is written without (SRAM).</summary>
    public CellPulses? Pulses { get; init; }

    /// <summary>Time from off to on: the rail charged through its power switch, references settled.</summary>
    public SimTime WakeLatency { get; init; }

    /// <summary>Energy to charge the rail capacitance of all banks once.</summary>
    public Energy WakeEnergy { get; init; }

    /// <summary>Leakage of all banks at the retention voltage of a volatile cell; null where the cell has no retention state.</summary>
    public Power? RetentionPower { get; init; }

    /// <summary>Leakage of all banks through the power switch when off.</summary>
    public Power OffPower { get; init; }

    /// <summary>Refresh power of all banks; zero for cells that need none.</summary>
    public Power RefreshPower { get; init; }

    /// <summary>How the array was composed, for the report.</summary>
    public required string Organisation { get; init; }

    /// <summary>How well the figures are known.</summary>
    public required NumberStatus Status { get; init; }
}
