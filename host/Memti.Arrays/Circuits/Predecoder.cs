using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>Decodes some address bits once for a whole mat and drives the lines to its sub-arrays; always started by an ideal step.</summary>
/// <param name="Extent">Height and width in m.</param>
/// <param name="Delay">Delay in s.</param>
/// <param name="Ramp">Slope of the output in 1/s; that of the input without address bits.</param>
/// <param name="Leakage">Leakage in W.</param>
/// <param name="Energy">Energy of one address change in J.</param>
internal readonly record struct Predecoder(Extent Extent, double Delay, double Ramp, double Leakage, double Energy)
{
    private const int BitsWithoutFront = 3;

    /// <summary>No address bits, nothing to decode.</summary>
    public static Predecoder None => new(default, 0, Edge.Step, 0, 0);

    /// <summary>The predecoder of some address bits with a load in F on each line.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="bits">Address bits, 0 to 18.</param>
    /// <param name="front">The front for that number of bits; not used up to 3 bits.</param>
    /// <param name="lineFarads">Load of a line in F.</param>
    /// <param name="countsLastOfThree">False to leave the power of the last of three stages out, as NVSim does.</param>
    public static Predecoder Of(Process process, int bits, PredecoderFront? front, double lineFarads, bool countsLastOfThree)
    {
        if (bits == 0)
            return None;
        if (bits <= BitsWithoutFront)
            return Single(new BasicDecoder(process, bits, lineFarads));
        RowDecoder last = RowDecoder.Of(process, 1 << bits, lineFarads, rowOhms: 0, front!.ThreeLines)!;
        double delay = 0;
        double fastest = 0;
        foreach ((double before, double slope) in front.Paths)
        {
            double ramp = slope;
            delay = Math.Max(delay, before + last.Delay(ref ramp));
            fastest = Math.Max(fastest, ramp);
        }

        bool counted = countsLastOfThree || !front.HasInnerStage;
        return new Predecoder(
            Beside(front, last.Extent),
            delay,
            fastest,
            front.Leakage + (counted ? last.Leakage : 0),
            front.Energy + (counted ? last.Energy : 0));
    }

    private static Predecoder Single(BasicDecoder decoder)
    {
        double ramp = Edge.Step;
        double delay = decoder.Delay(ref ramp);
        return new Predecoder(decoder.Extent, delay, ramp, decoder.Leakage, decoder.Energy);
    }

    private static Extent Beside(PredecoderFront front, Extent last) => new(
        Math.Max(front.Decoders.Height, Math.Max(front.InnerStage.Height, last.Height)),
        front.Decoders.Width + front.InnerStage.Width + last.Width);
}
