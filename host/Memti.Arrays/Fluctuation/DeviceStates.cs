using Memti.Abstractions.Randomness;

namespace Memti.Arrays.Fluctuation;

/// <summary>
/// The states that a fluctuating cell visits, at equal distances and equally probable, with mean 0 and variance 1. Before each read a state
/// is drawn anew with probability 1 - r, so that reads correlate as r, r^2, ...
/// </summary>
/// <param name="states">Number of states, 2 to 16; two are telegraph noise.</param>
/// <param name="correlation">Correlation r of neighbouring reads, 0 to 1.</param>
public sealed class DeviceStates(int states, double correlation)
{
    /// <summary>2^-32: makes a share of a random word.</summary>
    private const double ShareOfWord = 1.0 / (1UL << 32);

    // The variance of equally probable whole numbers in a row is (K^2 - 1) / 12.
    private readonly double _distance = Math.Sqrt(12.0 / ((states * (double)states) - 1));

    /// <summary>The value of a state.</summary>
    /// <param name="state">Its number, from 0.</param>
    public double Value(int state) => (state - ((states - 1) / 2.0)) * _distance;

    /// <summary>Draws the states of consecutive reads of one cell.</summary>
    /// <param name="random">The random stream.</param>
    /// <param name="cell">Number of the cell.</param>
    /// <param name="draw">Number of the draw.</param>
    /// <param name="reads">Receives the value of the state at each read.</param>
    public void Read(Philox random, uint cell, uint draw, Span<double> reads)
    {
        double value = 0;
        for (int read = 0; read < reads.Length; read++)
        {
            (uint state, uint renewal, _, _) = random.Block((uint)read, cell, draw, 0);
            if (read == 0 || renewal * ShareOfWord >= correlation)
                value = Value((int)(state * ShareOfWord * states));
            reads[read] = value;
        }
    }
}
