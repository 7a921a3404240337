using Memti.Arrays.Levels;

namespace Memti.Arrays.Faults;

/// <summary>What the misreads of one cell do to its bits, all levels equally likely.</summary>
public static class CellErrors
{
    /// <summary>Probability that each bit is read wrong, most significant first.</summary>
    /// <param name="cell">Misread rates of the cell.</param>
    /// <param name="bitsOfLevels">The bits that each level stands for.</param>
    public static IReadOnlyList<double> BitErrorRates(ConfusionMatrix cell, IReadOnlyList<byte> bitsOfLevels)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int bits = int.Log2(cell.Levels);
        return [.. Enumerable.Range(1, bits).Select(fromTop => Sum(cell, bitsOfLevels, flips => (flips >> (bits - fromTop)) & 1))];
    }

    /// <summary>Probability that 0, 1, ... b bits of the cell are read wrong.</summary>
    /// <param name="cell">Misread rates of the cell.</param>
    /// <param name="bitsOfLevels">The bits that each level stands for.</param>
    public static IReadOnlyList<double> FlippedBits(ConfusionMatrix cell, IReadOnlyList<byte> bitsOfLevels)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double[] flipped = [.. Enumerable.Range(0, int.Log2(cell.Levels) + 1).Select(count => count == 0 ? 0 : Sum(cell, bitsOfLevels, flips => int.PopCount(flips) == count ? 1 : 0))];
        flipped[0] = 1 - flipped.Sum();
        return flipped;
    }

    /// <summary>Probability of each difference that the cell makes to its value.</summary>
    internal static IReadOnlyDictionary<int, double> Differences(ConfusionMatrix cell, byte[] bitsOfLevels, int shift, bool signedTop)
    {
        var differences = new SortedDictionary<int, double>();
        for (int stored = 0; stored < cell.Levels; stored++)
        {
            for (int read = 0; read < cell.Levels; read++)
            {
                int difference = (Number(bitsOfLevels[read]) - Number(bitsOfLevels[stored])) * (1 << shift);
                differences[difference] = differences.GetValueOrDefault(difference) + (cell[stored, read] / cell.Levels);
            }
        }

        return differences;
        int Number(byte bits) => signedTop && bits >= cell.Levels / 2 ? bits - cell.Levels : bits;
    }

    private static double Sum(ConfusionMatrix cell, IReadOnlyList<byte> bitsOfLevels, Func<int, int> count)
    {
        double sum = 0;
        for (int stored = 0; stored < cell.Levels; stored++)
        {
            for (int read = 0; read < cell.Levels; read++)
                sum += read == stored ? 0 : cell[stored, read] * count(bitsOfLevels[stored] ^ bitsOfLevels[read]);
        }

        return sum / cell.Levels;
    }
}
