using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Arrays;

/// <summary>Figures of a solved array. Energies are per access of one word in one bank. Area and powers are for all banks.</summary>
public sealed record ArrayFigures
{
    /// <summary>Cells in all banks.</summary>
    public required long Cells { get; init; }

    /// <summary>Number of banks.</summary>
    public required int Banks { get; init; }

    /// <summary>Cells that one access reads or writes.</summary>
    public required int WordCells { get; init; }

    /// <summary>Area of all banks.</summary>
    public required Area Area { get; init; }

    /// <summary>Leakage of all banks.</summary>
    public required Power Leakage { get; init; }

    /// <summary>Time of one read access.</summary>
    public required SimTime ReadLatency { get; init; }

    /// <summary>Time of one write access: one pulse, or program-and-verify for several bits per cell in a profile that has it.</summary>
    public required SimTime WriteLatency { get; init; }

    /// <summary>Cells read per second when consecutive words lie in consecutive banks and each bank serves one access at a time.</summary>
    public required double ReadCellsPerSecond { get; init; }

    /// <summary>Energy of one read access.</summary>
    public required Energy ReadEnergy { get; init; }

    /// <summary>Energy of one write access: one pulse, or program-and-verify for several bits per cell in a profile that has it.</summary>
    public required Energy WriteEnergy { get; init; }

    /// <summary>Time before a pulse, to select row and column and to charge the bit line. Default: zero.</summary>
    public SimTime DriveLatency { get; init; }

    /// <summary>Energy of one pulse on a word outside the cells: decoders, drivers, lines. Default: zero.</summary>
    public Energy DriveEnergy { get; init; }

    /// <summary>The program pulses of the cell in this array. Null for a cell without program pulses (SRAM).</summary>
    public CellPulses? Pulses { get; init; }

    /// <summary>Time from off to on: the rail charges through its power switch and the references settle. Default: zero.</summary>
    public SimTime WakeLatency { get; init; }

    /// <summary>Energy to charge the rail capacitance of all banks once. Default: zero.</summary>
    public Energy WakeEnergy { get; init; }

    /// <summary>Leakage of all banks at the retention voltage of a volatile cell. Default: null, for a cell without a retention
    /// state.</summary>
    public Power? RetentionPower { get; init; }

    /// <summary>Leakage of all banks through the power switch when off. Default: zero.</summary>
    public Power OffPower { get; init; }

    /// <summary>Refresh power of all banks. Default: zero, for cells without refresh.</summary>
    public Power RefreshPower { get; init; }

    /// <summary>Banks, mats and subarrays as one line for the report.</summary>
    public required string Organisation { get; init; }

    /// <summary>Status of the weakest number behind the figures.</summary>
    public required NumberStatus Status { get; init; }
}
