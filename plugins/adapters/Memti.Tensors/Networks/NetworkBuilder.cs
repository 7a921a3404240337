using Memti.Tensors.Buffers;
using Memti.Tensors.Fluctuation;
using Memti.Tensors.Kernels;
using Memti.Tensors.Layers;
using Memti.Tensors.Values;

namespace Memti.Tensors.Networks;

/// <summary>Creates the tensors, layers and shared buffers of a network, in the order of its state dictionary.</summary>
internal sealed unsafe class NetworkBuilder(ResidualNetworkOptions options, Arena arena, Workers workers, KernelFunctions kernel)
{
    private readonly Dictionary<(int Pixels, int Channels), Map[]> _shared = [];
    private int _analogLayers;

    public List<NetworkTensor> Tensors { get; } = [];

    public Workers Workers => workers;

    public int Batch => options.Batch;

    public bool HasGradients => options.Learning != Learning.NormStatistics;

    public AdapterWiring Adapters => options.Adapters;

    /// <summary>What analogue layers have in common; null where convolutions are digital.</summary>
    public ReadLevels? Levels { get; private set; }

    public Map Map(int pixels, int channels) => arena.Map(options.Batch, pixels, pixels, channels);

    /// <summary>One of the maps of a size that layers use in turn; none without gradients.</summary>
    public Map Shared(int pixels, int channels, SharedMap use)
    {
        if (!HasGradients)
            return default;
        if (!_shared.TryGetValue((pixels, channels), out Map[]? maps))
            _shared[(pixels, channels)] = maps = new Map[Enum.GetValues<SharedMap>().Length];
        if (maps[(int)use].Start == null)
            maps[(int)use] = Map(pixels, channels);
        return maps[(int)use];
    }

    /// <summary>A map of one row, whose pixels are the images of a batch.</summary>
    public Map Row(int channels) => arena.Map(1, 1, options.Batch, channels);

    public NetworkTensor Kernels(string name, TensorRole role, int inputs, int outputs, int size, int storedInputs)
    {
        NetworkTensor tensor = Add(name, role, [outputs, inputs, size, size], storedInputs, Stored(outputs));
        tensor.Write(InitialValues.Kernel(options.Seed, name, tensor.Shape));
        return tensor;
    }

    public NetworkTensor ClassifierWeight(string name, int features, int classes, int storedFeatures)
    {
        NetworkTensor tensor = Add(name, TensorRole.ClassifierWeight, [classes, features], storedFeatures, Stored(classes));
        FillUniform(tensor, features);
        return tensor;
    }

    public NetworkTensor ClassifierBias(string name, int features, int classes)
    {
        NetworkTensor tensor = Add(name, TensorRole.ClassifierBias, [classes], 1, Stored(classes));
        FillUniform(tensor, features);
        return tensor;
    }

    public BatchNorm2d Norm(string name, int channels)
    {
        NetworkTensor weight = Vector(name + ".weight", TensorRole.NormWeight, channels, 1);
        NetworkTensor bias = Vector(name + ".bias", TensorRole.NormBias, channels, 0);
        NetworkTensor mean = Vector(name + ".running_mean", TensorRole.RunningMean, channels, 0);
        NetworkTensor variance = Vector(name + ".running_var", TensorRole.RunningVariance, channels, 1);
        return new BatchNorm2d(arena, workers, options.Batch, weight, bias, mean, variance);
    }

    public Conv2d Convolution(NetworkTensor weight, NetworkTensor? folded, int storedInputs, int storedOutputs, int stride, bool toInput) =>
        new(arena, workers, kernel, weight, folded, storedInputs, storedOutputs, stride, toInput && HasGradients);

    /// <summary>Makes all 3x3 convolutions from now on analogue.</summary>
    /// <param name="layers">How many there will be.</param>
    public void MakeAnalog(int layers) => Levels = new ReadLevels(
        arena,
        options.AnalogBits,
        options.EnergyWeight,
        Vector("analog.log_read_levels", TensorRole.ReadLevel, layers, 0),
        Vector("analog.input_ranges", TensorRole.AnalogStatistic, layers, 0),
        Vector("analog.slope_squares", TensorRole.AnalogStatistic, layers, 0),
        Vector("analog.reference_energy", TensorRole.AnalogStatistic, 1, 0));

    /// <summary>What makes a 3x3 convolution analogue; null where convolutions are digital.</summary>
    public AnalogLayer? Analog(NetworkTensor weight, Map input, int storedOutputs, int stride, bool toInput)
    {
        if (Levels is not { } levels)
            return null;
        Map gradient = toInput ? Shared(input.Height, input.Channels, SharedMap.Coded) : default;
        return new AnalogLayer(arena, workers, levels, _analogLayers++, weight, input, gradient, storedOutputs, stride);
    }

    public Linear Classifier(string name, int features, int classes)
    {
        int stored = Stored(features);
        NetworkTensor weight = ClassifierWeight(name + ".weight", features, classes, stored);
        NetworkTensor bias = ClassifierBias(name + ".bias", features, classes);
        return new Linear(arena, workers, kernel, weight, bias, stored);
    }

    private static int Stored(int channels) => Memti.Tensors.Buffers.Map.Padded(channels);

    private NetworkTensor Vector(string name, TensorRole role, int channels, float value)
    {
        NetworkTensor tensor = Add(name, role, [channels], 1, Stored(channels));
        float[] values = new float[channels];
        Array.Fill(values, value);
        tensor.Write(values);
        return tensor;
    }

    private NetworkTensor Add(string name, TensorRole role, int[] shape, int storedInputs, int storedOutputs)
    {
        NetworkTensor tensor = new(arena, name, role, IsTrained(role), shape, storedInputs, storedOutputs);
        Tensors.Add(tensor);
        return tensor;
    }

    private bool IsTrained(TensorRole role) => role switch
    {
        TensorRole.RunningMean or TensorRole.RunningVariance or TensorRole.AnalogStatistic => false,
        TensorRole.Convolution => options.Learning == Learning.Everything,
        _ => HasGradients,
    };

    private void FillUniform(NetworkTensor tensor, int features) =>
        tensor.Write(InitialValues.Classifier(options.Seed, tensor.Name, tensor.Count, features));
}
