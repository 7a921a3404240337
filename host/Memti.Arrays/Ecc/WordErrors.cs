using Memti.Arrays.Numerics;

namespace Memti.Arrays.Ecc;

/// <summary>Rate of words with more wrong bits than their code corrects.</summary>
public static class WordErrors
{
    /// <summary>Probability of more than t wrong bits among n independent ones. Keeps its relative precision down to 1e-300.</summary>
    /// <param name="bits">Bits of a word, check bits included; 1 or more.</param>
    /// <param name="correctable">Correctable bits, 0 or more.</param>
    /// <param name="bitErrorRate">Probability that a bit is wrong, 0 to 1.</param>
    public static double Uncorrectable(int bits, int correctable, double bitErrorRate)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(correctable);
        ArgumentOutOfRangeException.ThrowIfNotEqual(bitErrorRate is >= 0 and <= 1, true, nameof(bitErrorRate));
        if (correctable >= bits || bitErrorRate == 0)
            return 0;
        if (bitErrorRate >= 1)
            return 1;
        // The smaller tail is summed: above the mean the upper tail itself, below it the complement of the lower one, which is then the
        // smaller.
        return correctable + 1 > bits * bitErrorRate
            ? Sum(bits, correctable + 1, bits, bitErrorRate)
            : 1 - Sum(bits, 0, correctable, bitErrorRate);
    }

    /// <summary>
    /// The same for multi-level cells, where one misread cell can flip several bits of the word. Cells fail independently, their bits need
    /// not.
    /// </summary>
    /// <param name="flippedBits">
    /// For each cell of the word, the probability that 0, 1, ... of its bits are wrong (<c>CellErrors.FlippedBits</c>).
    /// </param>
    /// <param name="correctable">Correctable bits, 0 or more.</param>
    public static double Uncorrectable(IEnumerable<IReadOnlyList<double>> flippedBits, int correctable)
    {
        ArgumentNullException.ThrowIfNull(flippedBits);
        ArgumentOutOfRangeException.ThrowIfNegative(correctable);
        int lost = correctable + 1;
        // Convolution over cells. All counts beyond t share the last entry, so that the work stays linear in the cells.
        double[] wrong = new double[lost + 1];
        wrong[0] = 1;
        foreach (IReadOnlyList<double> cell in flippedBits)
        {
            double[] next = new double[lost + 1];
            for (int before = 0; before <= lost; before++)
            {
                for (int more = 0; more < cell.Count; more++)
                    next[Math.Min(before + more, lost)] += wrong[before] * cell[more];
            }

            wrong = next;
        }

        return Math.Min(wrong[lost], 1);
    }

    /// <summary>Sum of binomial terms. Each is computed from its logarithm, so that none overflows or underflows early.</summary>
    private static double Sum(int bits, int first, int last, double rate)
    {
        double log = LogChoose(bits, first) + (first * Math.Log(rate)) + ((bits - first) * ExactLog.OfSurvival(rate));
        double logOdds = Math.Log(rate) - ExactLog.OfSurvival(rate);
        double sum = 0;
        for (int wrong = first; wrong <= last; wrong++)
        {
            double term = Math.Exp(log);
            sum += term;
            // Past the mean the terms fall; below a tenth of a double's resolution they no longer change the sum.
            if (term < sum * 1e-18 && wrong > bits * rate)
                break;
            log += logOdds + Math.Log((bits - wrong) / (wrong + 1.0));
        }

        return sum;
    }

    private static double LogChoose(int bits, int wrong)
    {
        double log = 0;
        for (int index = 0; index < wrong; index++)
            log += Math.Log((bits - index) / (index + 1.0));
        return log;
    }
}
