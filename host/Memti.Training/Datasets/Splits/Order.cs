using Memti.Abstractions.Randomness;

namespace Memti.Training.Datasets.Splits;

/// <summary>Random permutations that depend on seed and stream only.</summary>
internal static class Order
{
    /// <summary>The numbers below <paramref name="count"/> in random order (Fisher-Yates).</summary>
    public static int[] Shuffled(int count, Philox random, uint stream)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int last = count - 1; last > 0; last--)
        {
            // The counter holds the place and the stream, so one more shuffle changes no other (Philox; Salmon et al., SC 2011).
            int other = (int)(((ulong)random.Block((uint)last, stream, 0, 0).Item1 * (ulong)(last + 1)) >> 32);
            (order[last], order[other]) = (order[other], order[last]);
        }

        return order;
    }
}
