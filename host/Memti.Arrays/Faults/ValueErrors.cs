using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>Expected errors of values from the misread rates of their cells: values equally likely, cells independent.</summary>
public static class ValueErrors
{
    /// <summary>The analytic error rates.</summary>
    /// <param name="codec">How values lie in cells.</param>
    /// <param name="cells">Misread rates of each cell of a value, most significant first.</param>
    /// <param name="twosComplement">Whether the top bit counts negative.</param>
    public static ValueErrorRates Of(ValueCodec codec, IReadOnlyList<ConfusionMatrix> cells, bool twosComplement = true)
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(cells);
        double[] bits = [.. cells.SelectMany((cell, index) => CellErrors.BitErrorRates(cell, CellCode.BitsOfLevels(codec.Cells.Bits[index], codec.Encoding)))];
        IReadOnlyDictionary<int, double> errors = Distribution(codec, cells, twosComplement);
        return new ValueErrorRates
        {
            BitErrorRates = bits,
            BitErrorRate = bits.Average(),
            CellErrorRate = cells.Average(static cell => cell.MeanErrorRate),
            ValueErrorRate = AnyError(cells),
            MeanAbsoluteError = errors.Sum(static error => Math.Abs((double)error.Key) * error.Value),
            RootMeanSquareError = Math.Sqrt(errors.Sum(static error => (double)error.Key * error.Key * error.Value)),
        };
    }

    private static double AnyError(IReadOnlyList<ConfusionMatrix> cells)
    {
        double any = 0;
        foreach (ConfusionMatrix cell in cells)
            any += (1 - any) * cell.MeanErrorRate;
        return any;
    }

    /// <summary>Probability of each difference between the value read and the value stored: the cells' differences, folded one by one.</summary>
    private static IReadOnlyDictionary<int, double> Distribution(ValueCodec codec, IReadOnlyList<ConfusionMatrix> cells, bool twosComplement)
    {
        IReadOnlyDictionary<int, double> total = new Dictionary<int, double> { [0] = 1 };
        int shift = codec.Cells.ValueBits;
        for (int cell = 0; cell < cells.Count; cell++)
        {
            int bits = codec.Cells.Bits[cell];
            shift -= bits;
            byte[] code = CellCode.BitsOfLevels(bits, codec.Encoding);
            total = Folded(total, CellErrors.Differences(cells[cell], code, shift, signedTop: twosComplement && cell == 0));
        }

        return total;
    }

    private static SortedDictionary<int, double> Folded(IReadOnlyDictionary<int, double> left, IReadOnlyDictionary<int, double> right)
    {
        var sum = new SortedDictionary<int, double>();
        foreach ((int before, double likely) in left)
        {
            foreach ((int more, double also) in right)
                sum[before + more] = sum.GetValueOrDefault(before + more) + (likely * also);
        }

        return sum;
    }
}
