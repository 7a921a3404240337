using Memti.Abstractions.Cells;
using Memti.Abstractions.Randomness;

namespace Memti.Arrays.Fluctuation;

/// <summary>
/// Reads a column of cells state by state, to compare the closed form of its variance with: the variance of reading bit by bit over that of
/// direct reading, for inputs of full scale.
/// </summary>
/// <param name="fluctuation">How the cells fluctuate.</param>
/// <param name="bits">Bits of an input, 1 to 8.</param>
/// <param name="correlation">Correlation of the reads of neighbouring bits, 0 to 1.</param>
public sealed class SampledReads(ReadFluctuation fluctuation, int bits, double correlation)
{
    /// <summary>Cells of the column. Source: the check of the published technique's reconstruction. Moves the precision alone.</summary>
    private const int Cells = 16;

    /// <summary>Draws; the standard error of a variance is then a percent. Moves the precision alone.</summary>
    private const int Draws = 20_000;

    /// <summary>The ratio in closed form.</summary>
    public double Exact
    {
        get
        {
            int full = (1 << bits) - 1;
            return InputDecomposition.Variance(bits, decomposed: true, correlation)[full] / ((double)full * full);
        }
    }

    /// <summary>The ratio of the sampled variances.</summary>
    /// <param name="seed">Seed of the states.</param>
    public double Sample(ulong seed)
    {
        var random = Philox.Named(seed, "fluctuation/reads");
        var states = new DeviceStates(fluctuation.States, correlation);
        Span<double> reads = stackalloc double[bits];
        (double direct, double split) = (0, 0);
        int full = (1 << bits) - 1;
        for (uint draw = 0; draw < Draws; draw++)
        {
            (double whole, double bitwise) = (0, 0);
            for (uint cell = 0; cell < Cells; cell++)
            {
                states.Read(random, cell, draw, reads);
                whole += full * reads[0];
                for (int bit = 0; bit < bits; bit++)
                    bitwise += (1 << bit) * reads[bit];
            }

            (direct, split) = (direct + (whole * whole), split + (bitwise * bitwise));
        }

        return split / direct;
    }
}
