using Memti.Abstractions.Cells;
using Memti.Tensors.Buffers;
using Memti.Tensors.Fluctuation;
using Memti.Tensors.Kernels;
using Memti.Tensors.Layers;
using Memti.Tensors.Values;

namespace Memti.Plugins.Adapters.Tests.Tensors.Fluctuation;

/// <summary>One analogue layer, whose inputs are codes already: its range is the largest code.</summary>
internal sealed unsafe class SingleAnalogLayer : IDisposable
{
    private readonly Arena _arena = new();
    private readonly Workers _workers;
    private readonly Conv2d _convolution;
    private readonly AnalogLayer _layer;
    private readonly Map _input;
    private readonly Map _output;
    private readonly Map _gradient;
    private readonly NetworkTensor _level;
    private readonly int _images;

    public SingleAnalogLayer(
        int bits, int images, int size, int inputs, int outputs, int stride = 1, double energyWeight = 0, int threads = 1)
    {
        (_images, _workers) = (images, new Workers(threads));
        int stored = Map.Padded(inputs), storedOutputs = Map.Padded(outputs);
        _input = _arena.Map(images, size, size, stored);
        _output = _arena.Map(images, size / stride, size / stride, storedOutputs);
        _gradient = _arena.Map(images, size / stride, size / stride, storedOutputs);
        Weight = new NetworkTensor(_arena, "w", TensorRole.Convolution, true, [outputs, inputs, 3, 3], stored, storedOutputs);
        _level = Vector("level", TensorRole.ReadLevel, trained: true);
        Levels = new ReadLevels(
            _arena, bits, energyWeight, _level, Vector("range"), Vector("square"), Vector("reference"));
        Levels.Learn(0, (1 << bits) - 1, 1);
        var kernel = new KernelFunctions(Kernel.Fastest);
        _convolution = new Conv2d(_arena, _workers, kernel, Weight, null, stored, storedOutputs, stride, toInput: false);
        _layer = new AnalogLayer(_arena, _workers, Levels, 0, Weight, _input, default, storedOutputs, stride);
    }

    public NetworkTensor Weight { get; }

    public ReadLevels Levels { get; }

    public void SetLevel(double level) => _level.Write([(float)Math.Log(level)]);

    public float LevelSlope => _level.Gradient[0];

    public void Dispose()
    {
        _workers.Dispose();
        _arena.Dispose();
    }

    public void Use(double amplitude, bool decomposed = false, double correlation = 0) => Levels.Use(new AnalogReading
    {
        Variance = InputDecomposition.Variance(Levels.Bits, decomposed, correlation),
        Energy = InputDecomposition.Pulses(Levels.Bits, decomposed),
        Amplitude = amplitude,
        Seed = 7,
    });

    public void SetInput(int image, int row, int column, int channel, float code) => _input.At(image, row, column)[channel] = code;

    public void SetGradient(int image, int row, int column, int channel, float value) =>
        _gradient.At(image, row, column)[channel] = value;

    public float Output(int image, int row, int column, int channel) => _output.At(image, row, column)[channel];

    public float Gradient(int image, int row, int column, int channel) => _gradient.At(image, row, column)[channel];

    public double Forward(uint draw, bool train = false)
    {
        Levels.Place(draw, 0);
        Levels.Begin(_images, train);
        _convolution.Prepare();
        _layer.Code(_images, train: false);
        _convolution.Forward(_layer.Coded, _output);
        _layer.AddNoise(_output);
        Levels.End();
        return Levels.PassEnergy;
    }

    public void Backward()
    {
        _convolution.BackwardWeights(_layer.Coded, _gradient);
        _layer.BackwardNoise(_gradient);
    }

    private NetworkTensor Vector(string name, TensorRole role = TensorRole.AnalogStatistic, bool trained = false) =>
        new(_arena, name, role, trained, [1], 1, Map.Padded(1));
}
