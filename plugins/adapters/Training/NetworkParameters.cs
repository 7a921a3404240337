using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;
using Memti.Tensors.Networks;
using Memti.Tensors.Values;
using Memti.Trainers.FixedPoint;

namespace Memti.Plugins.Adapters.Training;

/// <summary>
/// Tensors of a network by owner and in stored order: shared kernels, then adapters, folded batch norms and the classifier.
/// </summary>
internal sealed class NetworkParameters
{
    private readonly FoldedNorm[] _norms;

    internal NetworkParameters(ResidualNetwork network, ResNet26Options options)
    {
        bool shares = options.Adapters != AdapterForm.None;
        Kernels = [.. network.Tensors.Where(static tensor => tensor.Role == TensorRole.Convolution)];
        Norms =
            [.. network.Tensors.Where(
                static tensor =>
                    tensor.Role is TensorRole.NormWeight or TensorRole.NormBias or TensorRole.RunningMean or TensorRole.RunningVariance)];
        Shared = shares ? Kernels : [];
        Own = [.. network.Tensors.Except(Shared)];
        var shared = new FormatRule(options.WeightBits, options.Scale, options.IntegerBits);
        FormatRule own = shared with { Bits = options.TaskBits };
        _norms = [.. Own.Where(static tensor => tensor.Role == TensorRole.NormWeight).Select(weight => NormOf(network, weight))];
        Stored =
        [
            .. Shared.Select(tensor => new StoredKernel(tensor, ParameterPart.Shared, shared)),
            .. Own.Where(static tensor => tensor.Role is TensorRole.Convolution or TensorRole.Adapter)
                .Select(tensor => new StoredKernel(tensor, ParameterPart.Task, own)),
            .. _norms.SelectMany(
                norm =>
                    (StoredParameters[])[
                        new StoredNorm(norm, isShift: false, options.TaskBits),
                        new StoredNorm(norm, isShift: true, options.TaskBits)
                    ]),
            .. Own.Where(static tensor => tensor.Role is TensorRole.ClassifierWeight or TensorRole.ClassifierBias)
                .Select(tensor => new StoredKernel(tensor, ParameterPart.Task, own)),
        ];
    }

    /// <summary>The 3x3 kernels, shared or not.</summary>
    internal NetworkTensor[] Kernels { get; }

    /// <summary>Batch norms with their running statistics.</summary>
    internal NetworkTensor[] Norms { get; }

    /// <summary>Tensors that all tasks share.</summary>
    internal NetworkTensor[] Shared { get; }

    /// <summary>Tensors of the task, including running statistics.</summary>
    internal NetworkTensor[] Own { get; }

    /// <summary>Those of <see cref="Own"/> that a weight file must have: one of a digital network has no read levels.</summary>
    internal IEnumerable<NetworkTensor> Needed =>
        Own.Where(static tensor => tensor.Role is not (TensorRole.ReadLevel or TensorRole.AnalogStatistic));

    /// <summary>Stored parameters, in the order of the contract.</summary>
    internal StoredParameters[] Stored { get; }

    /// <summary>Applies substituted batch norms to the network, for an evaluation.</summary>
    internal void CoverNorms()
    {
        foreach (FoldedNorm norm in _norms)
            norm.Cover();
    }

    /// <summary>Removes substituted batch norms, for a training step.</summary>
    internal void UncoverNorms()
    {
        foreach (FoldedNorm norm in _norms)
            norm.Uncover();
    }

    /// <summary>Prunes the smallest shared kernels, tensor by tensor.</summary>
    internal void Prune(double share)
    {
        foreach (NetworkTensor tensor in Shared)
        {
            float[] values = new float[tensor.Count];
            tensor.Read(values);
            if (MagnitudePruning.Prune(values, share) > 0)
                tensor.Write(values);
        }
    }

    private static FoldedNorm NormOf(ResidualNetwork network, NetworkTensor weight)
    {
        string name = weight.Name[..weight.Name.LastIndexOf('.')];
        return new FoldedNorm(name, weight, network[name + ".bias"], network[name + ".running_mean"], network[name + ".running_var"]);
    }
}
