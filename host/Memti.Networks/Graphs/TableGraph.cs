using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Abstractions.Models;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Graphs;

/// <summary>
/// Makes a graph of a layer table, which says sizes and no connections. Each layer but the last is followed by batch norm and ReLU. Its
/// input is the latest value of that shape, or the input of the layer before it where the table says so. A second operand is the latest
/// value of the output's shape that is not the layer's own input. Pooling takes the maximum, or the average over a whole map.
/// </summary>
internal sealed class TableGraph
{
    private readonly NetworkTable _table;
    private readonly List<GraphNode> _nodes = [];
    private readonly List<GraphParameter> _parameters = [];
    private readonly List<(string Name, int[] Shape)> _values = [];
    private (string Name, int[] Shape) _lastInput;

    private TableGraph(NetworkTable table) => _table = table;

    /// <summary>Makes the graph.</summary>
    /// <exception cref="MemtiException"><see cref="NetworkCodes.TableGraph"/>: no value has the shape that a layer needs.</exception>
    public static NetworkGraph Of(NetworkTable table)
    {
        TableGraph graph = new(table);
        Layer first = table.Layers[0];
        int[] image = [first.InputChannels, first.InputHeight, first.InputWidth];
        graph._values.Add(("image", image));
        for (int index = 0; index < table.Layers.Count; index++)
            graph.Add(table.Layers[index], index == table.Layers.Count - 1);
        return new NetworkGraph
        {
            Name = table.Name,
            Input = "image",
            InputShape = image,
            Nodes = graph._nodes,
            Output = graph._values[^1].Name,
            Parameters = graph._parameters,
        };
    }

    private void Add(Layer layer, bool isLast)
    {
        (string Name, int[] Shape) input = layer.SharesInput ? _lastInput : Input(layer);
        _lastInput = input;
        switch (layer.Kind)
        {
            case LayerKind.Convolution:
                Convolve(layer, input, isLast);
                break;
            case LayerKind.FullyConnected:
                Connect(layer, input, isLast);
                break;
            case LayerKind.Pooling:
                Pool(layer.Name, input, new PoolingWindow(
                    layer.KernelHeight, layer.KernelWidth, layer.StrideHeight, layer.StrideWidth), layer.OutputHeight, layer.OutputWidth);
                break;
            default:
                (string Name, int[] Shape) other = Operand(layer, input, input.Shape);
                Give(layer.Name, new Arithmetic(ArithmeticFunction.Add), [input.Name, other.Name], input.Shape);
                break;
        }
    }

    private void Convolve(Layer layer, (string Name, int[] Shape) input, bool isLast)
    {
        int[] shape = [layer.OutputChannels, layer.OutputHeight, layer.OutputWidth];
        (string Name, int[] Shape)? operand = layer.AddsOperand ? Operand(layer, input, shape) : null;
        Convolution operation = new()
        {
            StrideHeight = layer.StrideHeight,
            StrideWidth = layer.StrideWidth,
            Groups = layer.Groups,
            Padding = Padding(layer),
        };
        string kernel = Parameter(
            layer,
            isLast ? ParameterRole.ClassifierWeight : ParameterRole.Kernel,
            [layer.OutputChannels, layer.InputChannels / layer.Groups, layer.KernelHeight, layer.KernelWidth]);
        string name = layer.Name;
        if (isLast)
        {
            Give(name, operation, [input.Name, kernel, Own(layer.Name + ".bias", ParameterRole.ClassifierBias, shape[0])], shape);
            return;
        }

        Step(name + ".conv", operation, [input.Name, kernel], shape);
        Step(name + ".bn", new BatchNormalisation(), [name + ".conv", .. Norm(layer.Name + ".bn", shape[0])], shape);
        string sum = name + ".bn";
        if (operand is { } other)
            Step(sum = name + ".sum", new Arithmetic(ArithmeticFunction.Add), [name + ".bn", other.Name], shape);
        Rectify(layer, sum, shape);
    }

    private void Connect(Layer layer, (string Name, int[] Shape) input, bool isLast)
    {
        int features = input.Shape.Aggregate(1, static (product, size) => product * size);
        string from = input.Name;
        if (input.Shape.Length > 1)
            Step(from = layer.Name + ".row", new Reshaping(), [input.Name], [features]);
        string weights = Parameter(
            layer, isLast ? ParameterRole.ClassifierWeight : ParameterRole.Kernel, [layer.OutputChannels, features]);
        string bias = Own(layer.Name + ".bias", isLast ? ParameterRole.ClassifierBias : ParameterRole.Bias, layer.OutputChannels);
        int[] shape = [layer.OutputChannels];
        if (isLast)
        {
            Give(layer.Name, new FullyConnected(), [from, weights, bias], shape);
            return;
        }

        Step(layer.Name + ".fc", new FullyConnected(), [from, weights, bias], shape);
        Rectify(layer, layer.Name + ".fc", shape);
    }

    private void Rectify(Layer layer, string from, int[] shape)
    {
        if (layer.Pooling is not { } pooling)
        {
            Give(layer.Name, new Activation(ActivationFunction.Relu), [from], shape);
            return;
        }

        Step(layer.Name + ".relu", new Activation(ActivationFunction.Relu), [from], shape);
        Pool(layer.Name, (layer.Name + ".relu", shape), pooling, layer.StoredHeight, layer.StoredWidth);
    }

    private void Pool(string name, (string Name, int[] Shape) input, PoolingWindow window, int rows, int columns)
    {
        int[] shape = [input.Shape[0], rows, columns];
        if (rows == 1 && columns == 1 && window.Height >= input.Shape[1] && window.Width >= input.Shape[2])
        {
            Give(name, new Reduction(PoolingFunction.Average, [1, 2], KeepsAxes: true), [input.Name], shape);
            return;
        }

        (int top, int bottom) = Around(input.Shape[1], rows, window.Height, window.StrideHeight);
        (int left, int right) = Around(input.Shape[2], columns, window.Width, window.StrideWidth);
        Give(
            name,
            new Pooling(PoolingFunction.Maximum)
            {
                WindowHeight = window.Height,
                WindowWidth = window.Width,
                StrideHeight = window.StrideHeight,
                StrideWidth = window.StrideWidth,
                Padding = new Border(top, left, bottom, right),
            },
            [input.Name],
            shape);
    }

    /// <summary>The latest value that a layer can read, or those of equal rows and columns that lie one behind the other.</summary>
    private (string Name, int[] Shape) Input(Layer layer)
    {
        int[] shape = [layer.InputChannels, layer.InputHeight, layer.InputWidth];
        for (int index = _values.Count - 1; index >= 0; index--)
            if (Fits(_values[index].Shape, shape, layer))
                return _values[index];
        return Joined(layer, shape) ?? throw Refuse(layer, shape);
    }

    private static bool Fits(int[] value, int[] shape, Layer layer) => value.SequenceEqual(shape)
        || (layer.Kind == LayerKind.FullyConnected && Count(value) == (long)Count(shape) * layer.KernelHeight * layer.KernelWidth)
        || (layer.Kind == LayerKind.FullyConnected && Count(value) == Count(shape));

    private static long Count(int[] shape) => shape.Aggregate(1L, static (product, size) => product * size);

    private (string Name, int[] Shape)? Joined(Layer layer, int[] shape)
    {
        HashSet<string> read = [.. _nodes.SelectMany(static node => node.Inputs)];
        List<(string Name, int[] Shape)> parts = [];
        int channels = 0;
        for (int index = _values.Count - 1; index > 0 && channels < shape[0]; index--)
            if (_values[index].Shape is [_, var rows, var columns] && rows == shape[1] && columns == shape[2]
                && !read.Contains(_values[index].Name))
            {
                parts.Insert(0, _values[index]);
                channels += _values[index].Shape[0];
            }

        if (channels != shape[0])
            return null;
        string name = layer.Name + ".inputs";
        Step(name, new Concatenation(0), [.. parts.Select(static part => part.Name)], shape);
        _values.Add((name, shape));
        return _values[^1];
    }

    private (string Name, int[] Shape) Operand(Layer layer, (string Name, int[] Shape) input, int[] shape)
    {
        for (int index = _values.Count - 1; index >= 0; index--)
            if (_values[index].Name != input.Name && _values[index].Shape.SequenceEqual(shape))
                return _values[index];
        throw Refuse(layer, shape);
    }

    // As many pixels around the map as the stated output needs: half of them before it with zero padding, all behind it without.
    private static Border Padding(Layer layer)
    {
        (int top, int bottom) = Around(layer.InputHeight, layer.OutputHeight, layer.KernelHeight, layer.StrideHeight);
        (int left, int right) = Around(layer.InputWidth, layer.OutputWidth, layer.KernelWidth, layer.StrideWidth);
        return layer.ZeroPadding
            ? new Border(top, left, bottom, right)
            : new Border(0, 0, top + bottom, left + right);
    }

    private static (int Before, int After) Around(int size, int outputs, int window, int stride)
    {
        int total = Math.Max(0, ((outputs - 1) * stride) + window - size);
        return (total / 2, total - (total / 2));
    }

    private string Parameter(Layer layer, ParameterRole role, int[] shape)
    {
        string name = layer.WeightsOf is { } owner ? _table.Layers[owner].Name + ".weight" : layer.Name + ".weight";
        return _parameters.Exists(parameter => parameter.Name == name) ? name : Own(name, role, shape);
    }

    private IEnumerable<string> Norm(string name, int channels) =>
    [
        Own(name + ".weight", ParameterRole.NormScale, channels),
        Own(name + ".bias", ParameterRole.NormShift, channels),
        Own(name + ".running_mean", ParameterRole.NormMean, channels),
        Own(name + ".running_var", ParameterRole.NormVariance, channels),
    ];

    private string Own(string name, ParameterRole role, params int[] shape)
    {
        _parameters.Add(new GraphParameter { Name = name, Role = role, Shape = shape });
        return name;
    }

    private void Give(string name, GraphOperation operation, IReadOnlyList<string> inputs, int[] shape)
    {
        Step(name, operation, inputs, shape);
        _values.Add((name, shape));
    }

    private void Step(string name, GraphOperation operation, IReadOnlyList<string> inputs, int[] shape) =>
        _nodes.Add(new GraphNode(name, operation, inputs, name, shape));

    private MemtiException Refuse(Layer layer, int[] shape)
    {
        string value = string.Join('x', shape);
        const string Permitted = "rows whose inputs and operands rows before them give, or an ONNX graph, which says all connections";
        return new(
            new Diagnostic(
                NetworkCodes.TableGraph,
                $"layer '{layer.Name}' needs a value of {value}, which no layer before it gives; permitted: {Permitted}.")
            {
                File = _table.File,
                Key = layer.Name,
                Value = value,
                Permitted = Permitted,
            });
    }
}
