using Memti.Abstractions.Cells;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Faults;

/// <summary>Expected errors of values from the misread rates of their cells. Values are equally likely, cells are independent.</summary>
public static class ValueErrors
{
    /// <summary>Computes error rates analytically.</summary>
    /// <param name="codec">How values lie in cells.</param>
    /// <param name="cells">Misread rates of each cell of a value, most significant first.</param>
    /// <param name="twosComplement">True when the top bit has negative weight.</param>
    public static ValueErrorRates Of(ValueCodec codec, IReadOnlyList<ConfusionMatrix> cells, bool twosComplement = true)
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(cells);
        double[] bits =
            [.. cells.SelectMany(
                (cell, index) => CellErrors.BitErrorRates(cell, CellCode.BitsOfLevels(codec.Cells.Bits[index], codec.Encoding)))];
        double[] errors = Distribution(codec, cells, twosComplement);
        return new ValueErrorRates
        {
            BitErrorRates = bits,
            BitErrorRate = bits.Average(),
            CellErrorRate = cells.Average(static cell => cell.MeanErrorRate),
            ValueErrorRate = AnyError(cells),
            MeanAbsoluteError = Expected(errors, Math.Abs),
            RootMeanSquareError = Math.Sqrt(Expected(errors, static error => error * error)),
        };
    }

    private static double AnyError(IReadOnlyList<ConfusionMatrix> cells)
    {
        double any = 0;
        foreach (ConfusionMatrix cell in cells)
            // 1 - product of (1 - rate), in a form that keeps rates of 1e-300.
            any += (1 - any) * cell.MeanErrorRate;
        return any;
    }

    /// <summary>
    /// Probability of each difference between the value read and the value stored, from the most negative up. The differences of the cells
    /// are convolved one by one.
    /// </summary>
    private static double[] Distribution(ValueCodec codec, IReadOnlyList<ConfusionMatrix> cells, bool twosComplement)
    {
        double[] total = [1];
        int shift = 0;
        for (int cell = cells.Count - 1; cell >= 0; cell--)
        {
            int bits = codec.Cells.Bits[cell];
            byte[] code = CellCode.BitsOfLevels(bits, codec.Encoding);
            total = Folded(
                total,
                CellErrors.Differences(cells[cell], code, shift, signedTop: twosComplement && cell == 0),
                ((1 << bits) - 1) << shift);
            shift += bits;
        }

        return total;
    }

    private static double[] Folded(double[] total, IReadOnlyDictionary<int, double> more, int reach)
    {
        double[] sum = new double[total.Length + (2 * reach)];
        foreach ((int difference, double likely) in more)
        {
            for (int index = 0; index < total.Length; index++)
                sum[index + reach + difference] += total[index] * likely;
        }

        return sum;
    }

    private static double Expected(double[] errors, Func<double, double> weight)
    {
        int zero = errors.Length / 2;
        double sum = 0;
        for (int index = 0; index < errors.Length; index++)
            sum += errors[index] * weight(index - zero);
        return sum;
    }
}
