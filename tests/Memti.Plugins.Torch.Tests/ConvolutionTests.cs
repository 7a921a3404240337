using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Abstractions.Training;
using Memti.Plugins.Torch.Execution;
using Memti.Plugins.Torch.Natives;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Tests;

/// <summary>Convolutions that learn, against their definition, one product at a time.</summary>
public sealed class ConvolutionTests
{
    private const int Images = 4, Rows = 9, Columns = 8;

    [Theory]
    [InlineData(8, 16, 1, 2, 1, 0)] // fewer channels than a vector holds: oneDNN writes behind its workspace
    [InlineData(3, 2, 1, 2, 1, 0)]
    [InlineData(4, 8, 1, 3, 1, 0)]
    [InlineData(4, 8, 1, 2, 1, 1)]
    [InlineData(24, 20, 1, 2, 1, 0)]
    [InlineData(8, 8, 1, 2, 8, 0)]
    [InlineData(8, 16, 1, 1, 1, 0)]
    [InlineData(3, 8, 3, 1, 1, 1)]
    [InlineData(8, 16, 3, 2, 1, 1)]
    [InlineData(8, 8, 3, 2, 8, 1)]
    public void Gradients_of_kernels_and_maps(int inputs, int outputs, int size, int stride, int groups, int padding)
    {
        NativeLibraries.Require();
        using var scope = NewDisposeScope();
        Convolution operation = new()
        {
            StrideHeight = stride,
            StrideWidth = stride,
            Groups = groups,
            Padding = new Border(padding, padding, padding, padding),
        };
        float[] kernel = Drawn(outputs * inputs / groups * size * size, 1), map = Drawn(Images * inputs * Rows * Columns, 2);
        using ParameterTensor parameter = new(
            new GraphParameter
            {
                Name = "kernel",
                Role = ParameterRole.Kernel,
                Part = ParameterPart.Task,
                Shape = [outputs, inputs / groups, size, size],
            },
            kernel,
            isTrained: true,
            CPU);
        using ConvolutionUnit unit = new(operation, parameter, null);
        // Channels last, as maps lie everywhere.
        Tensor x = tensor(map, [Images, inputs, Rows, Columns]).permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2).detach();
        x.requires_grad = true;
        Tensor y = unit.Run([x], new Pass(Trains: true, ScalarType.Float32));
        int rows = ((Rows + (2 * padding) - size) / stride) + 1, columns = ((Columns + (2 * padding) - size) / stride) + 1;
        y.shape.ShouldBe([Images, outputs, rows, columns]);
        float[] slopes = Drawn(Images * outputs * rows * columns, 3);
        Tensor weighed = (y * tensor(slopes, y.shape).permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2)).sum();
        Tensor[] found = [.. autograd.grad([weighed], [parameter.Used, x])];

        (double[] sums, double[] toKernel, double[] toMap) = (new double[slopes.Length], new double[kernel.Length], new double[map.Length]);
        foreach ((int at, int weight, int from) in Products(inputs, outputs, size, stride, groups, padding, rows, columns))
        {
            sums[at] += (double)kernel[weight] * map[from];
            toKernel[weight] += (double)slopes[at] * map[from];
            toMap[from] += (double)slopes[at] * kernel[weight];
        }

        ShouldBeNear(y, sums);
        ShouldBeNear(found[0], toKernel);
        ShouldBeNear(found[1], toMap);
    }

    /// <summary>Places of the factors of every product, in row-major order of output, kernel and input.</summary>
    private static IEnumerable<(int At, int Weight, int From)> Products(
        int inputs, int outputs, int size, int stride, int groups, int padding, int rows, int columns)
    {
        int share = inputs / groups;
        for (int at = 0; at < Images * outputs * rows * columns; at++)
        {
            (int column, int row) = (at % columns, at / columns % rows);
            (int output, int image) = (at / columns / rows % outputs, at / columns / rows / outputs);
            for (int weight = 0; weight < share * size * size; weight++)
            {
                int across = (column * stride) + (weight % size) - padding, down = (row * stride) + (weight / size % size) - padding;
                int channel = (output / (outputs / groups) * share) + (weight / size / size);
                if (across is >= 0 and < Columns && down is >= 0 and < Rows)
                    yield return (
                        at, (output * share * size * size) + weight, (((((image * inputs) + channel) * Rows) + down) * Columns) + across);
            }
        }
    }

    private static void ShouldBeNear(Tensor found, double[] expected)
    {
        float[] values = new float[expected.Length];
        ParameterTensor.Read(found, values);
        double largest = expected.Max(Math.Abs);
        for (int index = 0; index < values.Length; index++)
            ((double)values[index]).ShouldBe(expected[index], 1e-5 * largest);
    }

    private static float[] Drawn(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }
}
