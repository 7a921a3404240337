using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Abstractions.Models;
using Memti.Abstractions.Training;

namespace Memti.Plugins.Torch.Networks;

/// <summary>
/// Converts a graph to the layers that an accelerator runs. Batch norms, activations and sums belong to the layer whose output they read;
/// what only moves values is no layer.
/// </summary>
internal sealed class GraphLayers
{
    private readonly NetworkGraph _graph;
    private readonly Dictionary<string, GraphParameter> _parameters;
    private readonly Dictionary<string, IReadOnlyList<int>> _shapes;
    private readonly Dictionary<string, int> _makers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _firstReaders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _counted = new(StringComparer.Ordinal);
    private readonly List<Layer> _layers = [];
    private string? _lastInput;

    private GraphLayers(NetworkGraph graph)
    {
        _graph = graph;
        _parameters = graph.Parameters.ToDictionary(static parameter => parameter.Name, StringComparer.Ordinal);
        _shapes = graph.Nodes.ToDictionary(static node => node.Output, static node => node.Shape, StringComparer.Ordinal);
        _shapes[graph.Input] = graph.InputShape;
    }

    /// <summary>The layers of one inference, in order.</summary>
    public static IReadOnlyList<Layer> Of(NetworkGraph graph)
    {
        GraphLayers layers = new(graph);
        foreach (GraphNode node in graph.Nodes)
            layers.Add(node);
        return layers._layers;
    }

    private void Add(GraphNode node)
    {
        switch (node.Operation)
        {
            case Convolution convolution:
                AddConvolution(node, convolution);
                break;
            case FullyConnected:
                AddFullyConnected(node);
                break;
            case Pooling pooling:
                AddPooling(
                    node,
                    (pooling.WindowHeight, pooling.WindowWidth),
                    (pooling.StrideHeight, pooling.StrideWidth),
                    !pooling.Padding.IsEmpty);
                break;
            case Reduction { Axes: [1, 2] }:
                (int rows, int columns) = (_shapes[node.Inputs[0]][1], _shapes[node.Inputs[0]][2]);
                AddPooling(node, (rows, columns), (rows, columns), pads: false);
                break;
            case Arithmetic:
                AddArithmetic(node);
                break;
            default:
                Follow(node);
                break;
        }
    }

    private void AddConvolution(GraphNode node, Convolution convolution)
    {
        IReadOnlyList<int> kernel = _parameters[node.Inputs[1]].Shape, input = _shapes[node.Inputs[0]];
        AddWeighted(node, new Layer
        {
            Name = node.Name,
            Kind = LayerKind.Convolution,
            InputChannels = input[0],
            InputHeight = input[1],
            InputWidth = input[2],
            OutputChannels = node.Shape[0],
            OutputHeight = node.Shape[1],
            OutputWidth = node.Shape[2],
            KernelHeight = kernel[2],
            KernelWidth = kernel[3],
            StrideHeight = convolution.StrideHeight,
            StrideWidth = convolution.StrideWidth,
            Groups = convolution.Groups,
            ZeroPadding = !convolution.Padding.IsEmpty
                || node.Shape[1] == (input[1] + convolution.StrideHeight - 1) / convolution.StrideHeight,
        });
    }

    private void AddFullyConnected(GraphNode node)
    {
        IReadOnlyList<int> weights = _parameters[node.Inputs[1]].Shape;
        // With several rows of features, such as the places of an attention, each is a place of the output.
        int rows = node.Shape.Take(node.Shape.Count - 1).Aggregate(1, static (product, size) => product * size);
        AddWeighted(node, new Layer
        {
            Name = node.Name,
            Kind = LayerKind.FullyConnected,
            InputChannels = weights[1],
            InputHeight = rows,
            OutputChannels = weights[0],
            OutputHeight = rows,
        });
    }

    private void AddWeighted(GraphNode node, Layer layer)
    {
        string kernel = node.Inputs[1];
        bool again = _firstReaders.TryGetValue(kernel, out int first);
        Layer counted = Counting(layer, node.Inputs.Skip(1));
        // The same kernel in two layers is stored once; both read it.
        Append(node, again
            ? counted with
            {
                WeightsOf = first,
                SharedParameters = _layers[first].SharedParameters,
                TaskParameters = _layers[first].TaskParameters
            }
            : counted with { SharesInput = _lastInput == node.Inputs[0] });
        _firstReaders.TryAdd(kernel, _layers.Count - 1);
        _lastInput = node.Inputs[0];
    }

    private void AddPooling(GraphNode node, (int Rows, int Columns) window, (int Rows, int Columns) strides, bool pads)
    {
        IReadOnlyList<int> input = _shapes[node.Inputs[0]];
        Append(node, new Layer
        {
            Name = node.Name,
            Kind = LayerKind.Pooling,
            InputChannels = input[0],
            InputHeight = input[1],
            InputWidth = input[2],
            OutputChannels = node.Shape[0],
            OutputHeight = node.Shape.Count == 3 ? node.Shape[1] : 1,
            OutputWidth = node.Shape.Count == 3 ? node.Shape[2] : 1,
            KernelHeight = window.Rows,
            KernelWidth = window.Columns,
            StrideHeight = strides.Rows,
            StrideWidth = strides.Columns,
            ZeroPadding = pads,
        });
    }

    /// <summary>A sum or product belongs to the later of the layers that it combines, which reads the other operand.</summary>
    private void AddArithmetic(GraphNode node)
    {
        int[] makers = [.. node.Inputs.Where(_makers.ContainsKey).Select(input => _makers[input])];
        string[] values = [.. node.Inputs.Where(_shapes.ContainsKey)];
        if (makers.Length == 0)
        {
            Append(node, Elementwise(node) with { AddsOperand = values.Length > 1 });
            return;
        }

        int last = makers.Max();
        _layers[last] = Counting(_layers[last], node.Inputs) with { AddsOperand = _layers[last].AddsOperand || values.Length > 1 };
        _makers[node.Output] = last;
    }

    /// <summary>Norms, activations and what moves values: no layer of their own where one makes what they read.</summary>
    private void Follow(GraphNode node)
    {
        bool joins = node.Operation is Concatenation;
        if (!joins && _makers.TryGetValue(node.Inputs[0], out int maker))
        {
            _layers[maker] = Counting(_layers[maker], node.Inputs.Skip(1));
            _makers[node.Output] = maker;
        }
        else if (node.Inputs.Any(IsStored))
        {
            Append(node, Counting(Elementwise(node), node.Inputs));
        }
    }

    private static Layer Elementwise(GraphNode node) => new()
    {
        Name = node.Name,
        Kind = LayerKind.Elementwise,
        InputChannels = node.Shape[0],
        InputHeight = node.Shape.Count > 1 ? node.Shape[1] : 1,
        InputWidth = node.Shape.Count > 2 ? node.Shape[2] : 1,
        OutputChannels = node.Shape[0],
        OutputHeight = node.Shape.Count > 1 ? node.Shape[1] : 1,
        OutputWidth = node.Shape.Count > 2 ? node.Shape[2] : 1,
    };

    private void Append(GraphNode node, Layer layer)
    {
        _layers.Add(layer);
        _makers[node.Output] = _layers.Count - 1;
    }

    private Layer Counting(Layer layer, IEnumerable<string> inputs)
    {
        (long shared, long task) = (layer.SharedParameters, layer.TaskParameters);
        foreach (string input in inputs.Where(input => IsStored(input) && _counted.Add(input)))
            if (_parameters[input].Part == ParameterPart.Shared)
                shared += _parameters[input].Count;
            else
                task += _parameters[input].Count;
        return layer with { SharedParameters = shared, TaskParameters = task };
    }

    private bool IsStored(string name) => _parameters.TryGetValue(name, out GraphParameter? parameter) && StoredParts.IsStored(parameter);
}
