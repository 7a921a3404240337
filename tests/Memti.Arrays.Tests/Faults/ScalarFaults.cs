using Memti.Abstractions.Randomness;
using Memti.Arrays.Faults;

namespace Memti.Arrays.Tests.Faults;

/// <summary>
/// Candidates drawn one by one with the scalar generator and the platform's logarithm, as the vector code must find them.
/// </summary>
internal static class ScalarFaults
{
    public static List<(long Cell, double Decision)> Candidates(double rate, Philox key, long first, long count)
    {
        var found = new List<(long, double)>();
        int blockBits = new GeometricSkip(rate).BlockBits;
        long cells = 1L << blockBits;
        for (long block = first >> blockBits; block << blockBits < first + count; block++)
        {
            double place = 0;
            for (uint drawn = 0; ; drawn++)
            {
                (uint high, uint low, uint high2, uint low2) = key.Block(drawn, (uint)block, (uint)((ulong)block >> 32), 0);
                place += rate < 1 ? Math.Floor(LogSurvival(high, low) / LogSurvival(rate)) : 0;
                if (place >= cells)
                    break;
                long cell = (block << blockBits) + (long)place++;
                if (cell >= first && cell < first + count)
                    found.Add((cell, Uniform(high2, low2) * rate));
            }
        }

        return found;
    }

    private static double Uniform(uint high, uint low) => (high * Math.ScaleB(1, -32)) + ((low + 0.5) * Math.ScaleB(1, -64));

    private static double LogSurvival(uint high, uint low) => high > uint.MaxValue / 2
        ? Math.Log(1 - (high * Math.ScaleB(1, -32)) - ((low + 0.5) * Math.ScaleB(1, -64)))
        : LogSurvival(Uniform(high, low));

    /// <summary>ln(1 - x) without the loss of 1 - x.</summary>
    private static double LogSurvival(double x) => x > 0.5 ? Math.Log(1 - x) : -2 * Math.Atanh(x / (2 - x));
}
