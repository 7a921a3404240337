using Memti.Plugins.Adapters.Tests.Tensors.Reference;
using Memti.Tensors.Kernels;

namespace Memti.Plugins.Adapters.Tests.Tensors.Layers;

/// <summary>
/// Convolutions and their gradients against naive loops: all strides, sizes and kernels, channel counts of each tile, maps that no tile
/// divides.
/// </summary>
public sealed class ConvolutionTests
{
    private const double Tolerance = 1e-4;

    public static TheoryData<int, int, int, int, int, int, Kernel> Shapes
    {
        get
        {
            TheoryData<int, int, int, int, int, int, Kernel> shapes = [];
            foreach (Kernel kernel in new[] { Kernel.Fastest, Kernel.Vector256, Kernel.Portable })
                foreach ((int images, int inputs, int outputs, int pixels, int size, int stride) in new[]
                {
                    (2, 16, 32, 8, 3, 1),
                    (3, 32, 16, 8, 3, 2),
                    (5, 8, 48, 9, 3, 1),
                    (7, 20, 5, 7, 3, 1),
                    (6, 40, 72, 4, 3, 1),
                    (2, 16, 16, 6, 3, 2),
                    (1, 33, 64, 5, 3, 1),
                    (4, 64, 32, 4, 1, 1),
                    (3, 16, 64, 6, 1, 2),
                    (9, 1, 2, 2, 3, 1),
                    (4, 96, 16, 1, 3, 1),
                    (2, 128, 160, 4, 3, 2),
                    (4, 16, 32, 8, 3, 1), (5, 16, 48, 16, 3, 2), (8, 32, 16, 3, 3, 1), (4, 16, 32, 2, 3, 2), (6, 16, 16, 10, 3, 1),
                })
                    shapes.Add(images, inputs, outputs, pixels, size, stride, kernel);
            return shapes;
        }
    }

    public static TheoryData<int, int, int, Kernel> Borders
    {
        get
        {
            TheoryData<int, int, int, Kernel> borders = [];
            foreach (Kernel kernel in new[] { Kernel.Fastest, Kernel.Vector256, Kernel.Portable })
                foreach (int outputPixels in Enumerable.Range(1, 9))
                {
                    borders.Add(outputPixels, 8, 1, kernel);
                    borders.Add(outputPixels, 33, 2, kernel);
                }

            return borders;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Forward_and_backward_are_those_of_the_definition(
        int images, int inputs, int outputs, int pixels, int size, int stride, Kernel kernel)
    {
        using SingleConvolution bench = new(inputs, outputs, size, stride, kernel);
        Volume x = Volume.Random(
            images, inputs, pixels, pixels, 2), dz = Volume.Random(images, outputs, pixels / stride, pixels / stride, 3);
        AreClose(bench.Forward(x).Values, Naive.Convolve(x, bench.Weights, outputs, size, stride).Values);
        AreClose(bench.BackwardWeights(x, dz), Naive.ConvolveWeights(x, dz, size, stride));
        Volume dx = bench.BackwardData(dz);
        for (int probe = 0; probe < 3; probe++)
        {
            Volume direction = Volume.Random(images, inputs, pixels, pixels, 10 + probe);
            double expected = Naive.Convolve(direction, bench.Weights, outputs, size, stride).Dot(dz);
            direction.Dot(dx).ShouldBe(expected, Tolerance * Math.Sqrt(direction.Dot(direction) * dx.Dot(dx)) / 10);
        }
    }

    [Theory]
    [InlineData(Kernel.Fastest)]
    [InlineData(Kernel.Vector256)]
    [InlineData(Kernel.Portable)]
    public void The_first_convolution_takes_three_channels(Kernel kernel)
    {
        using SingleConvolution bench = new(3, 24, 3, 1, kernel);
        Volume x = Volume.Random(3, 3, 10, 10, 2), dz = Volume.Random(3, 24, 10, 10, 3);
        AreClose(bench.Forward(x).Values, Naive.Convolve(x, bench.Weights, 24, 3, 1).Values);
        AreClose(bench.BackwardWeights(x, dz), Naive.ConvolveWeights(x, dz, 3, 1));
    }

    /// <summary>A single wrong element would hide in products of whole maps.</summary>
    [Theory]
    [InlineData(3, 1, 5)]
    [InlineData(3, 2, 6)]
    [InlineData(1, 2, 6)]
    public void Each_output_pixel_reaches_back_to_its_window(int size, int stride, int pixels)
    {
        const int channels = 17;
        using SingleConvolution bench = new(channels, channels, size, stride, Kernel.Fastest);
        for (int pixel = 0; pixel < pixels / stride * (pixels / stride); pixel++)
        {
            Volume dz = new(1, channels, pixels / stride, pixels / stride)
            {
                [0, 16, pixel / (pixels / stride), pixel % (pixels / stride)] = 1
            };
            Volume dx = bench.BackwardData(dz);
            for (int i = 0; i < dx.Values.Length; i++)
            {
                Volume direction = new(1, channels, pixels, pixels);
                direction.Values[i] = 1;
                if (i % 7 == pixel % 7)
                    dx.Values[i].ShouldBe(Naive.Convolve(direction, bench.Weights, channels, size, stride).Dot(dz), 1e-6);
            }
        }
    }

    /// <summary>Sets of four images leave out zeros of the border that an image alone multiplies and adds: no bit may show it.</summary>
    [Theory]
    [MemberData(nameof(Borders))]
    public void An_image_among_others_gives_the_bits_that_it_gives_alone(int outputPixels, int channels, int stride, Kernel kernel)
    {
        const int images = 5;
        using SingleConvolution bench = new(channels, channels, 3, stride, kernel);
        Volume x = Volume.Random(
            images,
            channels,
            outputPixels * stride,
            outputPixels * stride,
            2), dz = Volume.Random(images, channels, outputPixels, outputPixels, 3);
        bench.Forward(x).Values.ShouldBe(x.Split().SelectMany(image => bench.Forward(image).Values));
        bench.BackwardData(dz).Values.ShouldBe(dz.Split().SelectMany(image => bench.BackwardData(image).Values));
    }

    private static void AreClose(double[] actual, double[] expected)
    {
        double norm = Math.Sqrt(expected.Average(static value => value * value));
        actual.Zip(expected).Max(static pair => Math.Abs(pair.First - pair.Second)).ShouldBeLessThan(Tolerance * norm);
    }
}
