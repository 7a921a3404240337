using Memti.Abstractions.Cells;

namespace Memti.Plugins.ImcCluster.Noise;

/// <summary>Error rates of codes whose values lie in conductances: a quadrature over the normal numbers of both polarities.</summary>
internal static class AnalogRates
{
    /// <summary>Points of the programming and read distributions.</summary>
    private const int Fine = 61;

    /// <summary>Points of the drift distribution.</summary>
    private const int Coarse = 7;

    /// <summary>Steps of the whole range, about.</summary>
    private const int StepsOfRange = 1024;

    internal static ValueErrorRates Of(AnalogCodes codes)
    {
        int values = 1 << codes.Bits;
        double[] bits = new double[codes.Bits];
        (double wrong, double absolute, double square) = (0, 0, 0);
        var known = new Dictionary<double, Shares>();
        Shares rest = Distribution(codes, 0);
        for (int code = 0; code < values; code++)
        {
            int stored = codes.Signed((uint)code);
            double target = codes.Target(stored);
            if (!known.TryGetValue(Math.Abs(target), out Shares? signed))
                known[Math.Abs(target)] = signed = Distribution(codes, Math.Abs(target));
            foreach ((int read, double share) in Reads(codes, target, signed, rest))
            {
                if (read == stored)
                    continue;
                double error = read - stored;
                (wrong, absolute, square) = (wrong + share, absolute + (share * Math.Abs(error)), square + (share * error * error));
                int flips = stored ^ read;
                for (int bit = 0; bit < bits.Length; bit++)
                    bits[bit] += share * ((flips >> (bits.Length - 1 - bit)) & 1);
            }
        }

        double[] rates = [.. bits.Select(sum => sum / values)];
        return new ValueErrorRates
        {
            BitErrorRates = rates,
            BitErrorRate = rates.Average(),
            CellErrorRate = wrong / values,
            ValueErrorRate = wrong / values,
            MeanAbsoluteError = absolute / values,
            RootMeanSquareError = Math.Sqrt(square / values),
        };
    }

    /// <summary>Codes that are read in place of one, with their shares; a code may occur more than once.</summary>
    private static IEnumerable<(int Read, double Share)> Reads(AnalogCodes codes, double target, Shares signed, Shares other)
    {
        for (int one = 0; one < signed.Values.Length; one++)
            for (int two = 0; two < other.Values.Length; two++)
                if (signed.Values[one] * other.Values[two] is > 0 and var share)
                {
                    double steps = signed.First + one - other.First - two;
                    yield return (codes.Code(Math.CopySign(1, target) * steps / StepsOf(codes) / codes.Greatest), share);
                }
    }

    /// <summary>Shares of the steps that one polarity is read at.</summary>
    private static Shares Distribution(AnalogCodes codes, double g)
    {
        double[] fine = Normals(Fine), coarse = Normals(Coarse);
        var shares = new SortedDictionary<int, double>();
        foreach (double programming in fine)
            foreach (double drift in coarse)
                foreach (double read in fine)
                {
                    double value = codes.Weights.Polarity(g, programming, drift, read) * codes.Weights.Factor;
                    int step = (int)Math.Round(value * codes.Greatest * StepsOf(codes));
                    shares[step] = shares.GetValueOrDefault(step) + (1.0 / (Fine * Fine * Coarse));
                }

        int first = shares.Keys.First();
        double[] values = new double[shares.Keys.Last() - first + 1];
        foreach ((int step, double share) in shares)
            values[step - first] = share;
        return new Shares(first, values);
    }

    // Odd, so that the border between two codes lies between two steps.
    private static int StepsOf(AnalogCodes codes) => (StepsOfRange / codes.Greatest) | 1;

    private static double[] Normals(int points) =>
        [.. Enumerable.Range(0, points).Select(index => NormalQuantile.Of((index + 0.5) / points))];

    private sealed record Shares(int First, double[] Values);
}
