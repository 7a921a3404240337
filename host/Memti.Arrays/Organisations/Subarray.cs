using Memti.Arrays.Circuits;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Organisations;

/// <summary>
/// A matrix of cells with decoders, multiplexers, precharger and sense amplifiers. Built by <see cref="SubarrayFactory"/>.
/// </summary>
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

    /// <summary>Time constant in s of the bit line during a read. Where <see cref="BitlineFeelsRamp"/> is false, its delay.</summary>
    public required double BitlineTau { get; init; }

    /// <summary>1 / (resistance x transconductance) of the cell that discharges the bit line.</summary>
    public required double BitlineSlope { get; init; }

    /// <summary>True when the slope of the word line adds to the bit line's delay (SRAM, charge trap).</summary>
    public required bool BitlineFeelsRamp { get; init; }

    /// <summary>Lower bound of the bit line's delay in s; zero in most profiles.</summary>
    public double BitlineFloor { get; init; }

    /// <summary>Delay of the sense amplifiers in s.</summary>
    public required double SenseDelay { get; init; }

    /// <summary>Delay of all multiplexers in s.</summary>
    public required double MuxDelay { get; init; }

    /// <summary>Time to charge a bit line for writing in s.</summary>
    public required double ChargeDelay { get; init; }

    /// <summary>Time that a write takes after row and column are selected.</summary>
    public required WriteTiming Writing { get; init; }

    /// <summary>Times of an access.</summary>
    /// <param name="ramp">Slope of the predecoded lines in 1/s.</param>
    public SubarrayTiming At(double ramp)
    {
        double rowRamp = ramp;
        double row = Rows.Delay(ref rowRamp);
        double column = ColumnDelay(ramp);
        double bitline = BitlineFeelsRamp ? Math.Max(Edge.Delay(BitlineTau, BitlineSlope, ref rowRamp), BitlineFloor) : BitlineTau;
        // Row and columns are decoded side by side. Bit line, multiplexers and amplifiers follow one after the other.
        double read = Math.Max(row, column) + bitline + MuxDelay + SenseDelay;
        (double write, double set, double reset) = Writing.Of(row, column, ChargeDelay, read);
        return new SubarrayTiming(row, column, bitline, SenseDelay, MuxDelay, ChargeDelay, read, write, set, reset);
    }

    /// <summary>
    /// Delay of the slowest multiplexer decoder. All three drive equal loads, so decoders with the same first stage are equally fast and
    /// only one of each kind is evaluated.
    /// </summary>
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
