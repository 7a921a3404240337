namespace Memti.Plugins.ImcCluster.Noise;

/// <summary>Signed codes as weights of crossbars: the greatest code is the greatest conductance.</summary>
/// <param name="bits">Bits of a code, 2 to 8.</param>
/// <param name="weightBits">Bits of the weights that are programmed: sign and magnitude in so many levels.</param>
/// <param name="weights">The conductances.</param>
internal sealed class AnalogCodes(int bits, int weightBits, AnalogWeights weights)
{
    internal int Bits => bits;

    internal AnalogWeights Weights => weights;

    /// <summary>The greatest code; its negative is the least one that conductances reach.</summary>
    internal int Greatest => (1 << (bits - 1)) - 1;

    /// <summary>A bit pattern in two's complement as a number.</summary>
    internal int Signed(uint pattern)
    {
        int unused = 32 - bits;
        return (int)(pattern << unused) >> unused;
    }

    /// <summary>The target of a code, from -1 to 1, at one of the levels that are programmed.</summary>
    internal double Target(int code)
    {
        double weight = Math.Clamp((double)code / Greatest, -1, 1);
        double levels = (1 << (weightBits - 1)) - 1;
        return Math.Round(weight * levels, MidpointRounding.AwayFromZero) / levels;
    }

    /// <summary>The code of a weight that was read: as the converter of a digital reader would give it.</summary>
    internal int Code(double weight) =>
        (int)Math.Clamp(Math.Round(weight * Greatest, MidpointRounding.AwayFromZero), -Greatest - 1, Greatest);
}
