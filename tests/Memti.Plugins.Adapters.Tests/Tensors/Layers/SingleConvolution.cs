using Memti.Plugins.Adapters.Tests.Tensors.Networks;
using Memti.Plugins.Adapters.Tests.Tensors.Reference;
using Memti.Tensors.Buffers;
using Memti.Tensors.Kernels;
using Memti.Tensors.Layers;
using Memti.Tensors.Values;

namespace Memti.Plugins.Adapters.Tests.Tensors.Layers;

/// <summary>One convolution of the engine, with volumes in and out.</summary>
internal sealed unsafe class SingleConvolution : IDisposable
{
    private readonly Arena _arena = new();
    private readonly Workers _workers = new(2);
    private readonly Conv2d _convolution;
    private readonly int _inputs;
    private readonly int _stride;

    public SingleConvolution(int inputs, int outputs, int size, int stride, Kernel kernel)
    {
        (_inputs, _stride) = (inputs, stride);
        int stored = inputs == 3 ? 3 : Map.Padded(inputs);
        Weight = new NetworkTensor(
            _arena, "weight", TensorRole.Convolution, trained: true, [outputs, inputs, size, size], stored, Map.Padded(outputs));
        Weight.Write(Array.ConvertAll(Volume.Random(1, outputs, inputs, size * size, 1).Values, static value => (float)value));
        _convolution = new Conv2d(
            _arena, _workers, new KernelFunctions(kernel), Weight, null, stored, Map.Padded(outputs), stride, toInput: inputs != 3);
        _convolution.Prepare();
    }

    public NetworkTensor Weight { get; }

    public double[] Weights => Array.ConvertAll(Sample.Read(Weight), static value => (double)value);

    public Volume Forward(Volume x)
    {
        Map z = _arena.Map(x.Images, x.Height / _stride, x.Width / _stride, Map.Padded(Weight.Shape[0]));
        _convolution.Forward(ToMap(x), z);
        return ToVolume(z, Weight.Shape[0]);
    }

    /// <summary>The gradient of the input, added to a map of ones.</summary>
    public Volume BackwardData(Volume dz)
    {
        Volume ones = new Volume(dz.Images, _inputs, dz.Height * _stride, dz.Width * _stride).Map(static _ => 1);
        Map dx = ToMap(ones);
        _convolution.BackwardData(ToMap(dz), dx, add: true);
        Volume added = ToVolume(dx, _inputs);
        _convolution.BackwardData(ToMap(dz), dx, add: false);
        Volume result = ToVolume(dx, _inputs);
        Naive.Add(result, ones).Values.Zip(added.Values).ShouldAllBe(static pair => Math.Abs(pair.First - pair.Second) < 1e-4);
        return result;
    }

    public double[] BackwardWeights(Volume x, Volume dz)
    {
        _convolution.BackwardWeights(ToMap(x), ToMap(dz));
        return Array.ConvertAll(Sample.Gradient(Weight), static value => (double)value);
    }

    public void Dispose()
    {
        _workers.Dispose();
        _arena.Dispose();
    }

    private Map ToMap(Volume volume)
    {
        Map map = _arena.Map(volume.Images, volume.Height, volume.Width, volume.Channels == 3 ? 3 : Map.Padded(volume.Channels));
        for (int n = 0; n < volume.Images; n++)
            for (int c = 0; c < volume.Channels; c++)
                for (int row = 0; row < volume.Height; row++)
                    for (int column = 0; column < volume.Width; column++)
                        map.At(n, row, column)[c] = (float)volume[n, c, row, column];
        return map;
    }

    private static Volume ToVolume(Map map, int channels)
    {
        Volume volume = new(map.Images, channels, map.Height, map.Width);
        for (int n = 0; n < map.Images; n++)
            for (int c = 0; c < channels; c++)
                for (int row = 0; row < map.Height; row++)
                    for (int column = 0; column < map.Width; column++)
                        volume[n, c, row, column] = map.At(n, row, column)[c];
        return volume;
    }
}
