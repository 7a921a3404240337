using Memti.Plugins.Torch.Execution;
using Memti.Plugins.Torch.Natives;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Tests;

/// <summary>The batch norm of training steps against libtorch's own in 64 bits.</summary>
public sealed class BatchNormTests
{
    [Theory]
    [InlineData(16, 8, 32)]
    [InlineData(3, 5, 7)]
    [InlineData(6, 4, 0)]
    public void Values_statistics_and_gradients(int images, int channels, int side)
    {
        NativeLibraries.Require();
        using var scope = NewDisposeScope();
        long[] shape = side == 0 ? [images, channels] : [images, channels, side, side];
        Tensor x = Drawn(shape, 1, 3), slopes = Drawn(shape, 2, 0);
        (Tensor scale, Tensor shift) = (Drawn([channels], 3, 1), Drawn([channels], 4, 0));
        (Tensor[] exact, Tensor[] found) = (Exact(x, scale, shift, slopes), Found(x, scale, shift, slopes));
        for (int index = 0; index < exact.Length; index++)
        {
            double largest = exact[index].abs().max().item<double>();
            (found[index].to(ScalarType.Float64) - exact[index]).abs().max().item<double>().ShouldBeLessThan(1e-5 * largest, $"{index}");
        }
    }

    [Fact]
    public void Sums_over_many_pixels_lose_no_digits()
    {
        NativeLibraries.Require();
        using var scope = NewDisposeScope();
        // A mean far from zero over a million pixels: one sum after the other in 32 bits is off by 1e-4 of it.
        Tensor x = Drawn([64, 4, 128, 128], 1, 100);
        (Tensor mean, Tensor variance) = BatchNorm.Statistics(x);
        Tensor wide = x.to(ScalarType.Float64);
        (mean.to(ScalarType.Float64) - wide.mean([0, 2, 3])).abs().max().item<double>().ShouldBeLessThan(2e-5);
        (variance.to(ScalarType.Float64) - wide.var([0, 2, 3], false)).abs().max().item<double>().ShouldBeLessThan(1e-5);
    }

    private static Tensor[] Exact(Tensor x, Tensor scale, Tensor shift, Tensor slopes)
    {
        (Tensor map, Tensor factor, Tensor offset) = (Leaf(x.to(ScalarType.Float64)), Leaf(scale.to(ScalarType.Float64)),
            Leaf(shift.to(ScalarType.Float64)));
        Tensor y = nn.functional.batch_norm(
            map, zeros(scale.shape, ScalarType.Float64), ones(scale.shape, ScalarType.Float64), factor, offset, training: true, eps: 1e-5);
        return [y, .. autograd.grad([(y * slopes).sum()], [map, factor, offset])];
    }

    private static Tensor[] Found(Tensor x, Tensor scale, Tensor shift, Tensor slopes)
    {
        (Tensor map, Tensor factor, Tensor offset) = (Leaf(x), Leaf(scale), Leaf(shift));
        (Tensor mean, Tensor variance) = BatchNorm.Statistics(x);
        Tensor y = BatchNorm.apply(map, factor, offset, mean, (variance + 1e-5).rsqrt());
        return [y, .. autograd.grad([(y * slopes).sum()], [map, factor, offset])];
    }

    private static Tensor Leaf(Tensor values)
    {
        Tensor leaf = values.detach().clone();
        leaf.requires_grad = true;
        return leaf;
    }

    /// <summary>Values between two below and two above a middle, channels last.</summary>
    private static Tensor Drawn(long[] shape, int seed, float middle)
    {
        Random random = new(seed);
        long count = shape.Aggregate(1L, static (product, size) => product * size);
        float[] values = [.. Enumerable.Range(0, (int)count).Select(_ => middle + (random.NextSingle() * 4) - 2)];
        return shape is [var images, var channels, var rows, var columns]
            ? tensor(values, [images, rows, columns, channels]).permute(0, 3, 1, 2)
            : tensor(values, shape);
    }
}
