using Memti.Arrays.Organisations;

namespace Memti.Arrays.Search;

/// <summary>Figures of a solved bank with their breakdown. SI units; energies per access of one word.</summary>
public sealed record SolvedBank
{
    /// <summary>Division of the bank.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>Word lines of a sub-array.</summary>
    public required long SubarrayRows { get; init; }

    /// <summary>Bit lines of a sub-array.</summary>
    public required long SubarrayColumns { get; init; }

    /// <summary>Cells in the bank.</summary>
    public required long Cells { get; init; }

    /// <summary>Cells of one access.</summary>
    public required int WordCells { get; init; }

    /// <summary>Height in m.</summary>
    public required double Height { get; init; }

    /// <summary>Width in m.</summary>
    public required double Width { get; init; }

    /// <summary>Area in m².</summary>
    public double Area => Height * Width;

    /// <summary>Area of the cells over that of the bank.</summary>
    public required double AreaEfficiency { get; init; }

    /// <summary>Time of a read in s.</summary>
    public required double ReadLatency { get; init; }

    /// <summary>Time of a write in s.</summary>
    public required double WriteLatency { get; init; }

    /// <summary>
    /// Time in s of a write that sets cells to low resistance. Wires and predecoder alone for SRAM, and where the profile omits the pulse.
    /// </summary>
    public required double SetLatency { get; init; }

    /// <summary>
    /// Time in s of a write that resets cells to high resistance. Wires and predecoder alone for SRAM, and where the profile omits the
    /// pulse.
    /// </summary>
    public required double ResetLatency { get; init; }

    /// <summary>Energy of a read in J.</summary>
    public required double ReadEnergy { get; init; }

    /// <summary>Energy of a write in J.</summary>
    public required double WriteEnergy { get; init; }

    /// <summary>Energy in J of a write that sets all cells to low resistance.</summary>
    public required double SetEnergy { get; init; }

    /// <summary>Energy in J of a write that resets all cells to high resistance.</summary>
    public required double ResetEnergy { get; init; }

    /// <summary>Time in s before a pulse: to select row and column and to charge the bit line.</summary>
    public required double DriveLatency { get; init; }

    /// <summary>Energy in J of one pulse outside the cells: decoders, drivers, lines.</summary>
    public required double DriveEnergy { get; init; }

    /// <summary>Leakage in W.</summary>
    public required double Leakage { get; init; }

    /// <summary>Leakage of the cells alone in W.</summary>
    public required double CellLeakage { get; init; }

    /// <summary>Wake-up, retention, off and refresh figures.</summary>
    public required StandbyFigures Standby { get; init; }

    /// <summary>Bytes read per second with one access at a time, the H-tree not counted.</summary>
    public required double ReadBandwidth { get; init; }

    /// <summary>Bytes written per second with one access at a time, the H-tree not counted.</summary>
    public required double WriteBandwidth { get; init; }

    /// <summary>Part of a read outside the mats in s: wires in both directions, and amplifiers that all mats share.</summary>
    public required double HTreeLatency { get; init; }

    /// <summary>Mat's part of a read in s.</summary>
    public required double MatLatency { get; init; }

    /// <summary>Predecoder's part of a read in s.</summary>
    public required double PredecoderLatency { get; init; }

    /// <summary>Row decoder's part of a read in s.</summary>
    public required double RowDecoderLatency { get; init; }

    /// <summary>Bit line's part of a read in s.</summary>
    public required double BitlineLatency { get; init; }

    /// <summary>Sense amplifier's part of a read in s.</summary>
    public required double SenseLatency { get; init; }

    /// <summary>Multiplexers' part of a read in s.</summary>
    public required double MuxLatency { get; init; }

    /// <summary>Part of a read's energy outside the mats in J.</summary>
    public required double HTreeEnergy { get; init; }

    /// <summary>Energy of a read in each active mat in J.</summary>
    public required double MatReadEnergy { get; init; }
}
