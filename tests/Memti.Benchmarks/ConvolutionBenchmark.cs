using Memti.Tensors.Buffers;
using Memti.Tensors.Kernels;
using Memti.Tensors.Layers;
using Memti.Tensors.Values;

namespace Memti.Benchmarks;

/// <summary>One shape of the 3x3 convolutions of ResNet-26, forward, on one thread.</summary>
internal sealed unsafe class ConvolutionBenchmark : IDisposable
{
    private const int Images = 64;
    private const int Pixels = 32;

    private readonly Arena _arena = new();
    private readonly Workers _workers = new(1);
    private readonly Conv2d _convolution;
    private readonly Map _input;
    private readonly Map _output;

    private ConvolutionBenchmark(int inputs, int outputs, int pixels, int stride, int count)
    {
        NetworkTensor weight = new(_arena, "weight", TensorRole.Convolution, trained: false, [outputs, inputs, 3, 3], inputs, outputs);
        _convolution = new Conv2d(
            _arena, _workers, new KernelFunctions(Kernel.Fastest), weight, null, inputs, outputs, stride, toInput: false);
        _convolution.Prepare();
        _input = _arena.Map(Images, pixels, pixels, inputs);
        _output = _arena.Map(Images, pixels / stride, pixels / stride, outputs);
        Count = count;
        Operations = 2.0 * 9 * inputs * outputs * _output.Pixels;
    }

    /// <summary>How many layers have this shape.</summary>
    public int Count { get; }

    /// <summary>Multiplications and additions, taps on the border included.</summary>
    public double Operations { get; }

    public static IEnumerable<ConvolutionBenchmark> Layers()
    {
        for (int channels = 32, pixels = Pixels; channels < 256; channels *= 2, pixels /= 2)
        {
            yield return new ConvolutionBenchmark(channels, 2 * channels, pixels, 2, 1);
            yield return new ConvolutionBenchmark(2 * channels, 2 * channels, pixels / 2, 1, 7);
        }
    }

    public void Forward() => _convolution.Forward(_input, _output);

    public void Dispose()
    {
        _workers.Dispose();
        _arena.Dispose();
    }
}
