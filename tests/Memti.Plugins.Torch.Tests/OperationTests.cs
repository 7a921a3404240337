using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Plugins.Torch.Execution;
using TorchSharp;

namespace Memti.Plugins.Torch.Tests;

/// <summary>Operations of libtorch against their definitions, one pixel at a time.</summary>
public sealed class OperationTests
{
    private const int Rows = 7, Columns = 6;

    private static readonly float[] Map = [.. Enumerable.Range(0, 2 * Rows * Columns).Select(static index => ((index * 37) % 19) - 9f)];

    public static TheoryData<int, int, int, int, int, int, int, bool, int> Windows => new()
    {
        // window, stride, top, left, bottom, right, dilation, counts padding, outputs beyond the floor
        { 2, 2, 0, 0, 0, 0, 1, false, 0 },
        { 3, 2, 1, 1, 1, 1, 1, false, 0 },
        { 3, 2, 1, 1, 1, 1, 1, true, 0 },
        { 3, 2, 0, 0, 0, 0, 1, false, 1 },
        { 3, 2, 0, 1, 1, 0, 1, true, 1 },
        { 2, 1, 0, 0, 1, 1, 1, false, 0 },
        { 2, 2, 1, 0, 0, 1, 1, true, 0 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void Means_over_windows(int window, int stride, int top, int left, int bottom, int right, int dilation, bool counts, int more) =>
        Check(PoolingFunction.Average, window, stride, new Border(top, left, bottom, right), dilation, counts, more);

    [Theory]
    [MemberData(nameof(Windows))]
    [InlineData(2, 1, 0, 0, 0, 0, 2, false, 0)]
    public void Maxima_over_windows(
        int window, int stride, int top, int left, int bottom, int right, int dilation, bool counts, int more) =>
        Check(PoolingFunction.Maximum, window, stride, new Border(top, left, bottom, right), dilation, counts, more);

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Responses_are_normalised_over_neighbouring_channels(int size)
    {
        float[] values = [.. Enumerable.Range(0, 6).Select(static index => index - 2.5f)];
        var norm = new LocalResponseNormalisation(size, 0.5, 0.75, 2);
        float[] found = Computed(norm, [6, 1, 1], values);
        for (int channel = 0; channel < 6; channel++)
        {
            int first = Math.Max(channel - ((size - 1) / 2), 0), last = Math.Min(channel + (size / 2), 5);
            double sum = values[first..(last + 1)].Sum(static value => (double)value * value);
            ((double)found[channel]).ShouldBe(values[channel] / Math.Pow(2 + (0.5 / size * sum), 0.75), 1e-5);
        }
    }

    [Theory]
    [InlineData(ActivationFunction.Clip, 0, 6)]
    [InlineData(ActivationFunction.Clip, double.NegativeInfinity, 1)]
    [InlineData(ActivationFunction.Clip, -1, double.PositiveInfinity)]
    [InlineData(ActivationFunction.LeakyRelu, 0.1, 0)]
    [InlineData(ActivationFunction.Elu, 0.7, 0)]
    [InlineData(ActivationFunction.Sigmoid, 0, 0)]
    [InlineData(ActivationFunction.HardSigmoid, 0.2, 0.5)]
    [InlineData(ActivationFunction.Swish, 0, 0)]
    [InlineData(ActivationFunction.HardSwish, 0, 0)]
    [InlineData(ActivationFunction.Tanh, 0, 0)]
    [InlineData(ActivationFunction.Softplus, 0, 0)]
    [InlineData(ActivationFunction.Relu, 0, 0)]
    public void Functions_of_single_values(ActivationFunction function, double alpha, double beta)
    {
        float[] values = [-7, -2.5f, -0.5f, 0, 0.5f, 2.5f, 7];
        float[] found = Computed(new Activation(function, alpha, beta), [values.Length], values);
        for (int index = 0; index < values.Length; index++)
        {
            double x = values[index];
            ((double)found[index]).ShouldBe(
                function switch
                {
                    ActivationFunction.Clip => Math.Min(Math.Max(x, alpha), beta),
                    ActivationFunction.LeakyRelu => x > 0 ? x : alpha * x,
                    ActivationFunction.Elu => x > 0 ? x : alpha * (Math.Exp(x) - 1),
                    ActivationFunction.Sigmoid => 1 / (1 + Math.Exp(-x)),
                    ActivationFunction.HardSigmoid => Math.Clamp((alpha * x) + beta, 0, 1),
                    ActivationFunction.Swish => x / (1 + Math.Exp(-x)),
                    ActivationFunction.HardSwish => x * Math.Clamp((x / 6) + 0.5, 0, 1),
                    ActivationFunction.Tanh => Math.Tanh(x),
                    ActivationFunction.Softplus => Math.Log(1 + Math.Exp(x)),
                    _ => Math.Max(x, 0),
                },
                1e-5);
        }
    }

    [Fact]
    public void Values_are_moved()
    {
        float[] values = [1, 2, 3, 4, 5, 6, 7, 8];
        Computed(new Transposition([2, 0, 1]), [2, 2, 2], values, [2, 2, 2]).ShouldBe([1, 3, 5, 7, 2, 4, 6, 8]);
        Computed(new Slicing(0, 1, 2), [8], values, [3]).ShouldBe([2, 4, 6]);
        Computed(new Surrounding([0, 0, 1], [1, 0, 0], 9), [1, 1, 2], [1, 2], [2, 1, 3]).ShouldBe([9, 1, 2, 9, 9, 9]);
        Computed(new Enlargement(1, 2), [1, 1, 2], [1, 2], [1, 1, 4]).ShouldBe([1, 1, 2, 2]);
        Computed(new Reshaping(), [2, 2, 2], values, [8]).ShouldBe(values);
        Computed(new Reduction(PoolingFunction.Maximum, [0], false), [2, 2, 2], values, [2, 2]).ShouldBe([5, 6, 7, 8]);
    }

    private static void Check(PoolingFunction function, int window, int stride, Border padding, int dilation, bool counts, int more)
    {
        if (function == PoolingFunction.Average && dilation > 1)
            return;
        int Outputs(int size, int before, int behind) => ((size + before + behind - (dilation * (window - 1)) - 1) / stride) + 1 + more;
        int rows = Outputs(Rows, padding.Top, padding.Bottom), columns = Outputs(Columns, padding.Left, padding.Right);
        var pooling = new Pooling(function)
        {
            WindowHeight = window,
            WindowWidth = window,
            StrideHeight = stride,
            StrideWidth = stride,
            DilationHeight = dilation,
            DilationWidth = dilation,
            Padding = padding,
            CountsPadding = counts,
            RoundsUp = more > 0,
        };
        float[] found = Computed(pooling, [2, Rows, Columns], Map, [2, rows, columns]);
        for (int channel = 0; channel < 2; channel++)
            for (int row = 0; row < rows; row++)
                for (int column = 0; column < columns; column++)
                    ((double)found[(((channel * rows) + row) * columns) + column])
                        .ShouldBe(Expected(pooling, channel, row, column), 1e-5, $"{channel} {row} {column}");
    }

    private static double Expected(Pooling pooling, int channel, int row, int column)
    {
        (double sum, double most, int count) = (0, double.NegativeInfinity, 0);
        for (int down = 0; down < pooling.WindowHeight; down++)
            for (int right = 0; right < pooling.WindowWidth; right++)
            {
                int y = (row * pooling.StrideHeight) + (down * pooling.DilationHeight) - pooling.Padding.Top;
                int x = (column * pooling.StrideWidth) + (right * pooling.DilationWidth) - pooling.Padding.Left;
                bool isInside = y is >= 0 and < Rows && x is >= 0 and < Columns;
                bool isPadded = y >= -pooling.Padding.Top && y < Rows + pooling.Padding.Bottom
                    && x >= -pooling.Padding.Left && x < Columns + pooling.Padding.Right;
                count += isInside || (pooling.CountsPadding && isPadded) ? 1 : 0;
                if (!isInside)
                    continue;
                float value = Map[(((channel * Rows) + y) * Columns) + x];
                (sum, most) = (sum + value, Math.Max(most, value));
            }

        return pooling.Function == PoolingFunction.Maximum ? most : sum / count;
    }

    private static float[] Computed(GraphOperation operation, int[] shape, float[] values, int[]? output = null)
    {
        Natives.NativeLibraries.Require();
        using var scope = torch.NewDisposeScope();
        GraphNode node = new("node", operation, ["x"], "y", output ?? shape);
        using IUnit unit = operation is Pooling pooling ? new PoolingUnit(pooling, node.Shape) : new FunctionUnit(Functions.Of(node));
        torch.Tensor x = torch.tensor(values, [1, .. shape.Select(static size => (long)size)]);
        return unit.Run([x], new Pass(false, torch.ScalarType.Float32)).contiguous().data<float>().ToArray();
    }
}
