using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>
/// Decodes some address bits once for a whole mat and drives the lines to its sub-arrays. Its input is an ideal step. Source: NVSim,
/// PredecodeBlock.cpp.
/// </summary>
/// <param name="Extent">Height and width in m.</param>
/// <param name="Delay">Delay in s.</param>
/// <param name="Ramp">Slope of the output in 1/s; without address bits, the slope of the input.</param>
/// <param name="Leakage">Leakage in W.</param>
/// <param name="Energy">Energy of one address change in J.</param>
internal readonly record struct Predecoder(Extent Extent, double Delay, double Ramp, double Leakage, double Energy)
{
    /// <summary>Most address bits that one basic decoder takes.</summary>
    private const int BitsWithoutFront = 3;

    /// <summary>The predecoder of no address bits: no delay, no energy.</summary>
    public static Predecoder None => new(default, 0, Edge.Step, 0, 0);

    /// <summary>Sizes the predecoder of some address bits.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="bits">Address bits, 0 to 18.</param>
    /// <param name="front">The front for that number of bits; unused for 3 bits and fewer.</param>
    /// <param name="lineFarads">Load of a line in F.</param>
    /// <param name="countsLastOfThree">False to omit the power of the last of three stages, as NVSim does.</param>
    public static Predecoder Of(Process process, int bits, PredecoderFront? front, double lineFarads, bool countsLastOfThree)
    {
        if (bits == 0)
            return None;
        if (bits <= BitsWithoutFront)
            return Single(new BasicDecoder(process, bits, lineFarads));
        RowDecoder last = RowDecoder.Of(process, 1 << bits, lineFarads, rowOhms: 0, front!.ThreeLines)!;
        double delay = 0;
        double fastest = 0;
        // The slowest path sets the delay and, as in NVSim, the steepest edge of all paths is handed on, even where it comes from another
        // path.
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
