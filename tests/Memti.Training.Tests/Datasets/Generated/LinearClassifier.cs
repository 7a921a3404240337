using System.Numerics;

namespace Memti.Training.Tests.Datasets.Generated;

/// <summary>
/// Least squares to one-of-n targets with a ridge, over features that have been centred: the plainest classifier there is.
/// </summary>
internal static class LinearClassifier
{
    /// <summary>Share of test rows that are classified right.</summary>
    public static double Accuracy(double[][] train, int[] trainLabels, double[][] test, int[] testLabels, int classes, double ridge)
    {
        int features = train[0].Length;
        double[] mean = [.. Enumerable.Range(0, features).Select(feature => train.Average(row => row[feature]))];
        double[][] centred = Centred(train, mean), columns = Transposed(centred);
        double[][] factor = Cholesky(Gram(columns, ridge * train.Length));
        double[][] weights = [.. Enumerable.Range(0, classes).Select(label =>
            Solve(
                factor,
                [.. columns.Select(column => Dot(column, [.. trainLabels.Select(own => (own == label ? 1.0 : 0.0) - 1.0 / classes)]))]))];
        double[][] rows = Centred(test, mean);
        return rows.Where((row, index) => Best(weights, row) == testLabels[index]).Count() / (double)rows.Length;
    }

    private static int Best(double[][] weights, double[] row) =>
        Enumerable.Range(0, weights.Length).MaxBy(label => Dot(weights[label], row));

    private static double[][] Centred(double[][] rows, double[] mean) =>
        [.. rows.Select(row => row.Zip(mean, static (value, middle) => value - middle).ToArray())];

    private static double[][] Transposed(double[][] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Select(row => row[column]).ToArray())];

    private static double[][] Gram(double[][] columns, double ridge)
    {
        double[][] gram = [.. columns.Select(static column => new double[column.Length])];
        for (int row = 0; row < columns.Length; row++)
        {
            gram[row] = new double[row + 1];
            for (int column = 0; column <= row; column++)
                gram[row][column] = Dot(columns[row], columns[column]) + (row == column ? ridge : 0);
        }

        return gram;
    }

    private static double[][] Cholesky(double[][] lower)
    {
        for (int row = 0; row < lower.Length; row++)
            for (int column = 0; column <= row; column++)
            {
                double rest = lower[row][column] - Dot(lower[row].AsSpan(0, column), lower[column].AsSpan(0, column));
                lower[row][column] = row == column ? Math.Sqrt(rest) : rest / lower[column][column];
            }

        return lower;
    }

    private static double[] Solve(double[][] lower, double[] values)
    {
        for (int row = 0; row < values.Length; row++)
            values[row] = (values[row] - Dot(lower[row].AsSpan(0, row), values.AsSpan(0, row))) / lower[row][row];
        for (int row = values.Length - 1; row >= 0; row--)
        {
            values[row] /= lower[row][row];
            for (int above = 0; above < row; above++)
                values[above] -= lower[row][above] * values[row];
        }

        return values;
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        Vector<double> sum = Vector<double>.Zero;
        int at = 0;
        for (; at <= left.Length - Vector<double>.Count; at += Vector<double>.Count)
            sum += new Vector<double>(left[at..]) * new Vector<double>(right[at..]);
        double total = Vector.Sum(sum);
        for (; at < left.Length; at++)
            total += left[at] * right[at];
        return total;
    }
}
