namespace Memti.Plugins.Adapters.Tests.Tensors.Reference;

/// <summary>Layers as their definitions read, in double precision.</summary>
internal static class Naive
{
    /// <summary>Kernels in the order [out, in, size, size].</summary>
    public static Volume Convolve(Volume x, ReadOnlySpan<double> weights, int outputs, int size, int stride)
    {
        Volume y = new(x.Images, outputs, x.Height / stride, x.Width / stride);
        for (int n = 0; n < x.Images; n++)
            for (int o = 0; o < outputs; o++)
                for (int i = 0; i < x.Channels; i++)
                    for (int ky = 0; ky < size; ky++)
                        for (int row = 0; row < y.Height; row++)
                            if ((uint)((row * stride) + ky - (size / 2)) < (uint)x.Height)
                                ConvolveRow(
                                    x.Row(n, i, (row * stride) + ky - (size / 2)),
                                    weights.Slice((((o * x.Channels) + i) * size * size) + (ky * size), size),
                                    y.Row(n, o, row),
                                    stride);
        return y;
    }

    private static void ConvolveRow(ReadOnlySpan<double> x, ReadOnlySpan<double> weights, Span<double> y, int stride)
    {
        for (int column = 0; column < y.Length; column++)
            for (int kx = 0; kx < weights.Length; kx++)
            {
                int from = (column * stride) + kx - (weights.Length / 2);
                if ((uint)from < (uint)x.Length)
                    y[column] += weights[kx] * x[from];
            }
    }

    /// <summary>Gradient of the kernels for a gradient of the output.</summary>
    public static double[] ConvolveWeights(Volume x, Volume dy, int size, int stride)
    {
        double[] gradient = new double[dy.Channels * x.Channels * size * size];
        for (int o = 0; o < dy.Channels; o++)
            for (int i = 0; i < x.Channels; i++)
                for (int ky = 0; ky < size; ky++)
                    for (int kx = 0; kx < size; kx++)
                        for (int n = 0; n < x.Images; n++)
                            for (int row = 0; row < dy.Height; row++)
                                for (int column = 0; column < dy.Width; column++)
                                    gradient[(((((o * x.Channels) + i) * size) + ky) * size) + kx] +=
                                        dy[n, o, row, column]
                                            * x.Padded(n, i, (row * stride) + ky - (size / 2), (column * stride) + kx - (size / 2));
        return gradient;
    }

    /// <summary>Batch norm with the statistics of the batch.</summary>
    public static Volume Norm(Volume x, ReadOnlySpan<double> weight, ReadOnlySpan<double> bias, Action<int, double, double>? seen = null)
    {
        Volume y = new(x.Images, x.Channels, x.Height, x.Width);
        double count = x.Images * x.Height * x.Width;
        for (int c = 0; c < x.Channels; c++)
        {
            double sum = 0, squares = 0;
            for (int n = 0; n < x.Images; n++)
                for (int row = 0; row < x.Height; row++)
                    for (int column = 0; column < x.Width; column++)
                        sum += x[n, c, row, column];
            double mean = sum / count;
            for (int n = 0; n < x.Images; n++)
                for (int row = 0; row < x.Height; row++)
                    for (int column = 0; column < x.Width; column++)
                        squares += Math.Pow(x[n, c, row, column] - mean, 2);
            seen?.Invoke(c, mean, squares / (count - 1));
            Scale(x, y, c, mean, squares / count, weight[c], bias[c]);
        }

        return y;
    }

    /// <summary>Batch norm with given statistics.</summary>
    public static Volume Norm(
        Volume x, ReadOnlySpan<double> weight, ReadOnlySpan<double> bias, ReadOnlySpan<double> mean, ReadOnlySpan<double> variance)
    {
        Volume y = new(x.Images, x.Channels, x.Height, x.Width);
        for (int c = 0; c < x.Channels; c++)
            Scale(x, y, c, mean[c], variance[c], weight[c], bias[c]);
        return y;
    }

    public static Volume Add(Volume a, Volume b)
    {
        Volume sum = a.Map(static value => value);
        for (int i = 0; i < sum.Values.Length; i++)
            sum.Values[i] += b.Values[i];
        return sum;
    }

    public static Volume Rectify(Volume x) => x.Map(static value => Math.Max(0, value));

    /// <summary>Means over 2x2 pixels, and as many channels of zeros again.</summary>
    public static Volume Halve(Volume x)
    {
        Volume y = new(x.Images, 2 * x.Channels, x.Height / 2, x.Width / 2);
        for (int n = 0; n < x.Images; n++)
            for (int c = 0; c < x.Channels; c++)
                for (int row = 0; row < y.Height; row++)
                    for (int column = 0; column < y.Width; column++)
                        y[n, c, row, column] = (x[n, c, 2 * row, 2 * column] + x[n, c, 2 * row, (2 * column) + 1]
                            + x[n, c, (2 * row) + 1, 2 * column] + x[n, c, (2 * row) + 1, (2 * column) + 1]) / 4;
        return y;
    }

    /// <summary>Mean cross entropy.</summary>
    public static double Loss(double[][] logits, ReadOnlySpan<int> labels)
    {
        double sum = 0;
        for (int n = 0; n < logits.Length; n++)
            sum -= logits[n][labels[n]] - Math.Log(logits[n].Sum(Math.Exp));
        return sum / logits.Length;
    }

    private static void Scale(Volume x, Volume y, int c, double mean, double variance, double weight, double bias)
    {
        double inverse = 1 / Math.Sqrt(variance + 1e-5);
        for (int n = 0; n < x.Images; n++)
            for (int row = 0; row < x.Height; row++)
                for (int column = 0; column < x.Width; column++)
                    y[n, c, row, column] = ((x[n, c, row, column] - mean) * inverse * weight) + bias;
    }
}
