using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Abstractions.Training;
using Memti.Tensors.Networks;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>The parameters of a graph in native memory, and its batch norms.</summary>
internal sealed class NetworkTensors : IDisposable
{
    private readonly Dictionary<string, ParameterTensor> _byName;
    private readonly Dictionary<string, NormTensors> _norms;

    public NetworkTensors(NetworkGraph graph, TrainedPart trained, ulong seed, Device device)
    {
        All = [.. graph.Parameters.Select(parameter => new ParameterTensor(
            parameter, Initial(parameter, seed, Features(graph)), Learns(parameter, trained), device))];
        _byName = All.ToDictionary(static tensor => tensor.Description.Name, StringComparer.Ordinal);
        _norms = graph.Nodes
            .Where(static node => node.Operation is BatchNormalisation)
            .ToDictionary(static node => node.Name, node => Norm(node, trained), StringComparer.Ordinal);
        Trained = [.. All.Where(static tensor => tensor.IsTrained)];
    }

    /// <summary>All parameters, in the order of the graph.</summary>
    public IReadOnlyList<ParameterTensor> All { get; }

    /// <summary>Those that gradients change.</summary>
    public IReadOnlyList<ParameterTensor> Trained { get; }

    /// <summary>Parameters by name.</summary>
    public IReadOnlyDictionary<string, ParameterTensor> ByName => _byName;

    /// <summary>Batch norms by the name of their node.</summary>
    public IReadOnlyDictionary<string, NormTensors> Norms => _norms;

    public void Dispose()
    {
        foreach (NormTensors norm in _norms.Values)
            norm.Dispose();
        foreach (ParameterTensor tensor in All)
            tensor.Dispose();
    }

    private NormTensors Norm(GraphNode node, TrainedPart trained)
    {
        ParameterTensor[] parts = [.. node.Inputs.Skip(1).Select(name => _byName[name])];
        // A shared norm is frozen while a task learns; otherwise its statistics follow the images.
        bool learns = trained != TrainedPart.TaskSpecific || parts[2].Description.Part == ParameterPart.Task;
        return new NormTensors(node.Name, (BatchNormalisation)node.Operation, parts[0], parts[1], parts[2], parts[3], learns);
    }

    private static bool Learns(GraphParameter parameter, TrainedPart trained) =>
        parameter.Role is not (ParameterRole.Constant or ParameterRole.NormMean or ParameterRole.NormVariance)
            && trained switch
            {
                TrainedPart.Everything => true,
                TrainedPart.TaskSpecific => parameter.Part == ParameterPart.Task,
                _ => false,
            };

    /// <summary>Features that the classifier reads; 1 without a classifier.</summary>
    private static int Features(NetworkGraph graph) =>
        graph.Parameters.FirstOrDefault(static parameter => parameter.Role == ParameterRole.ClassifierWeight) is { } weights
            ? (int)(weights.Count / weights.Shape[0])
            : 1;

    private static float[] Initial(GraphParameter parameter, ulong seed, int features)
    {
        if (parameter.Values is { } values)
            return values.ToArray();
        (string name, int count) = (parameter.Name, (int)parameter.Count);
        return parameter.Role switch
        {
            ParameterRole.Kernel or ParameterRole.Adapter => InitialValues.Kernel(seed, name, parameter.Shape),
            ParameterRole.ClassifierWeight or ParameterRole.ClassifierBias => InitialValues.Classifier(seed, name, count, features),
            ParameterRole.NormScale or ParameterRole.NormVariance => [.. Enumerable.Repeat(1f, count)],
            _ => new float[count],
        };
    }
}
