using Memti.Abstractions.Cells;
using Memti.Abstractions.Randomness;
using Memti.Plugins.ImcCluster.Noise;

namespace Memti.Plugins.ImcCluster.Tests.Noise;

/// <summary>The product that the peers computed: 256 x 256 weights that fill the range evenly, and 16 inputs.</summary>
internal static class PeerProduct
{
    internal const int Side = 256;
    internal const int Vectors = 16;

    internal static double[] Weights { get; } =
        [.. Enumerable.Range(0, Side * Side).Select(static index => WeightAt(index / Side, index % Side))];

    /// <summary>Relative errors of a chip's products, without and with one factor for all outputs.</summary>
    internal static (double Plain, double Compensated) Errors(AnalogWeights weights, int seed, double factor)
    {
        double[] read = Read(weights, FaultSeed.Named((ulong)seed, "shared/faults").Trial(0).Generator);
        return Errors(_ => read, factor);
    }

    /// <summary>Relative error of products of which each reads its weights anew.</summary>
    internal static double ErrorOfReads(AnalogWeights weights, int seed)
    {
        FaultSeed chip = FaultSeed.Named((ulong)seed, "shared/faults").Trial(0);
        return Errors(vector => Read(weights, chip.Reading((ulong)vector).Generator), 1).Plain;
    }

    private static double[] Read(AnalogWeights weights, Philox key) =>
        [.. Weights.Select((weight, position) => weights.Read(weight, key, position))];

    private static (double Plain, double Compensated) Errors(Func<int, double[]> read, double factor)
    {
        (double plain, double compensated, double right) = (0, 0, 0);
        for (int vector = 0; vector < Vectors; vector++)
        {
            double[] now = read(vector);
            for (int row = 0; row < Side; row++)
            {
                (double ours, double ideal) = (0, 0);
                for (int column = 0; column < Side; column++)
                {
                    double input = ((((97 * column) + 31 + (41 * vector)) % 255) - 127) / 127.0;
                    ours += now[(row * Side) + column] * input;
                    ideal += Weights[(row * Side) + column] * input;
                }

                plain += (ours - ideal) * (ours - ideal);
                compensated += ((factor * ours) - ideal) * ((factor * ours) - ideal);
                right += ideal * ideal;
            }
        }

        return (Math.Sqrt(plain / right), Math.Sqrt(compensated / right));
    }

    private static double WeightAt(int row, int column) => ((((73 * row) + (151 * column) + (17 * row * column)) % 255) - 127) / 127.0;
}
