using Memti.Arrays.Circuits;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Organisations;

/// <summary>A matrix of cells with its decoders, multiplexers, precharger and sense amplifiers. Made by <see cref="SubarrayFactory"/>.</summary>
internal sealed class Subarray
{
    /// <summary>Rows, columns and multiplexers.</summary>
    public required SubarrayShape Shape { get; init; }

    /// <summary>Height and width in m.</summary>
    public required Extent Extent { get; init; }

    /// <summary>Leakage in W.</summary>
    public required double Leakage { get; init; }

    /// <summary>Leakage of the cells alone in W.</summary>
    public required double CellLeakage { get; init; }

    /// <summary>Energies of one access in J.</summary>
    public required AccessEnergy Energy { get; init; }

    /// <summary>The row decoder.</summary>
    public required RowDecoder Rows { get; init; }

    /// <summary>Decoders of the three multiplexers.</summary>
    public required RowDecoder[] MuxDecoders { get; init; }

    /// <summary>The precharger.</summary>
    public required Precharger Precharger { get; init; }

    /// <summary>Resistance and capacitance of a whole bit line, in ohm and F.</summary>
    public required Wire Bitline { get; init; }

    /// <summary>Time constant of the bit line while it is read in s; its delay itself where <see cref="BitlineFeelsRamp"/> is false.</summary>
    public required double BitlineTau { get; init; }

    /// <summary>1 / (resistance x transconductance) of the cell that discharges the bit line.</summary>
    public required double BitlineSlope { get; init; }

    /// <summary>True when the slope of the word line delays the bit line (SRAM, charge trap).</summary>
    public required bool BitlineFeelsRamp { get; init; }

    /// <summary>Least delay of the bit line in s that the profile asks for.</summary>
    public double BitlineFloor { get; init; }

    /// <summary>Delay of the sense amplifiers in s.</summary>
    public required double SenseDelay { get; init; }

    /// <summary>Delay of all multiplexers in s.</summary>
    public required double MuxDelay { get; init; }

    /// <summary>Time to charge a bit line for writing in s.</summary>
    public required double ChargeDelay { get; init; }

    /// <summary>What a write adds to selecting row and column.</summary>
    public required WriteTiming Writing { get; init; }

    /// <summary>Times of an access whose predecoded lines rise with a slope in 1/s.</summary>
    public SubarrayTiming At(double ramp)
    {
        double rowRamp = ramp;
        double row = Rows.Delay(ref rowRamp);
        double column = ColumnDelay(ramp);
        double bitline = BitlineFeelsRamp ? Math.Max(Edge.Delay(BitlineTau, BitlineSlope, ref rowRamp), BitlineFloor) : BitlineTau;
        double read = Math.Max(row, column) + bitline + MuxDelay + SenseDelay;
        (double write, double set, double reset) = Writing.Of(row, column, ChargeDelay, read);
        return new SubarrayTiming(row, column, bitline, SenseDelay, MuxDelay, ChargeDelay, read, write, set, reset);
    }

    /// <summary>The three decoders drive equal loads, so two of them with or two without a gate are equally fast.</summary>
    private double ColumnDelay(double ramp)
    {
        double slowest = 0;
        bool seenGate = false;
        bool seenBare = false;
        foreach (RowDecoder decoder in MuxDecoders)
        {
            ref bool seen = ref decoder.HasGate ? ref seenGate : ref seenBare;
            if (seen)
                continue;
            seen = true;
            double slope = ramp;
            slowest = Math.Max(slowest, decoder.Delay(ref slope));
        }

        return slowest;
    }
}
