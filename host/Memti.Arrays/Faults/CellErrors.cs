using Memti.Arrays.Levels;

namespace Memti.Arrays.Faults;

/// <summary>Effect of a cell's misreads on its bits, with all levels equally likely.</summary>
public static class CellErrors
{
    /// <summary>Error rate of each bit, most significant first.</summary>
    /// <param name="cell">Misread rates of the cell.</param>
    /// <param name="bitsOfLevels">Bit pattern of each level.</param>
    public static IReadOnlyList<double> BitErrorRates(ConfusionMatrix cell, IReadOnlyList<byte> bitsOfLevels)
    {
        ArgumentNullException.ThrowIfNull(cell);
        int bits = int.Log2(cell.Levels);
        return [.. Enumerable.Range(1, bits).Select(fromTop => Sum(cell, bitsOfLevels, flips => (flips >> (bits - fromTop)) & 1))];
    }

    /// <summary>Probabilities that 0, 1, ... b bits of the cell are wrong.</summary>
    /// <param name="cell">Misread rates of the cell.</param>
    /// <param name="bitsOfLevels">Bit pattern of each level.</param>
    public static IReadOnlyList<double> FlippedBits(ConfusionMatrix cell, IReadOnlyList<byte> bitsOfLevels)
    {
        ArgumentNullException.ThrowIfNull(cell);
        double[] flipped =
            [.. Enumerable.Range(0, int.Log2(cell.Levels) + 1)
                .Select(count => count == 0 ? 0 : Sum(cell, bitsOfLevels, flips => int.PopCount(flips) == count ? 1 : 0))];
        // By difference: the other entries are small and keep their relative precision, this one is near 1 and needs none.
        flipped[0] = 1 - flipped.Sum();
        return flipped;
    }

    /// <summary>Probability of each error that the cell adds to its value, by size of the error.</summary>
    internal static IReadOnlyDictionary<int, double> Differences(ConfusionMatrix cell, byte[] bitsOfLevels, int shift, bool signedTop)
    {
        // Sorted, so that the fold in ValueErrors adds in the same order on every machine.
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
