using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;

namespace Memti.Networks.Tests.Onnx;

/// <summary>Computes what a graph says for one image, in double precision and as the contract defines the operations.</summary>
internal sealed class GraphInterpreter(NetworkGraph graph)
{
    private readonly Dictionary<string, Values> _values = new(StringComparer.Ordinal);

    public double[] Run(double[] image)
    {
        _values[graph.Input] = new Values([.. graph.InputShape], image);
        foreach (GraphParameter parameter in graph.Parameters)
            _values[parameter.Name] = new Values(
                [.. parameter.Shape], [.. parameter.Values!.Value.ToArray().Select(static value => (double)value)]);
        foreach (GraphNode node in graph.Nodes)
            _values[node.Output] = Compute(node, [.. node.Inputs.Select(name => _values[name])]);
        return _values[graph.Output].All;
    }

    private static Values Compute(GraphNode node, Values[] inputs)
    {
        Values result = new([.. node.Shape]);
        Values x = inputs[0];
        switch (node.Operation)
        {
            case Convolution convolution: Convolve(convolution, inputs, result); break;
            case FullyConnected: Connect(inputs, result); break;
            case BatchNormalisation norm:
                result.Fill(at =>
                    (inputs[1][at[0]] * (x[at] - inputs[3][at[0]]) / Math.Sqrt(inputs[4][at[0]] + norm.Epsilon)) + inputs[2][at[0]]);
                break;
            case Activation activation: result.Fill(at => Apply(activation, x[at])); break;
            case Arithmetic arithmetic: result.Fill(at => Apply(arithmetic.Function, x.Repeated(at), inputs[1].Repeated(at))); break;
            case Pooling pooling: result.Fill(at => Pool(pooling, x, at)); break;
            case Reduction reduction: Reduce(reduction, x, result); break;
            case Reshaping: x.All.CopyTo(result.All, 0); break;
            case Transposition turn:
                result.Fill(at =>
                {
                    int[] from = new int[at.Length];
                    for (int axis = 0; axis < at.Length; axis++)
                        from[turn.Order[axis]] = at[axis];
                    return x[from];
                });
                break;
            case Concatenation join:
                result.Fill(at =>
                {
                    int[] from = [.. at];
                    int part = 0;
                    for (; from[join.Axis] >= inputs[part].Shape[join.Axis]; part++)
                        from[join.Axis] -= inputs[part].Shape[join.Axis];
                    return inputs[part][from];
                });
                break;
            case Slicing cut: result.Fill(at => x[With(at, cut.Axis, cut.Start + (at[cut.Axis] * cut.Step))]); break;
            case Surrounding around:
                result.Fill(at =>
                {
                    int[] from = [.. at.Select((index, axis) => index - around.Before[axis])];
                    return from.Select((index, axis) => index >= 0 && index < x.Shape[axis]).All(static inside => inside)
                        ? x[from]
                        : around.Value;
                });
                break;
            case Enlargement larger: result.Fill(at => x[[at[0], at[1] / larger.Rows, at[2] / larger.Columns]]); break;
            case Softmax softmax:
                result.Fill(at => Math.Exp(x[at])
                    / Enumerable.Range(0, x.Shape[softmax.Axis]).Sum(index => Math.Exp(x[With(at, softmax.Axis, index)])));
                break;
            case LocalResponseNormalisation norm:
                result.Fill(at =>
                {
                    double sum = 0;
                    int before = (norm.Size - 1) / 2;
                    for (int channel = at[0] - before; channel <= at[0] - before + norm.Size - 1; channel++)
                        if (channel >= 0 && channel < x.Shape[0])
                            sum += Math.Pow(x[With(at, 0, channel)], 2);
                    return x[at] / Math.Pow(norm.Bias + (norm.Alpha / norm.Size * sum), norm.Beta);
                });
                break;
            default: throw new NotSupportedException(node.Operation.GetType().Name);
        }

        return result;
    }

    private static void Convolve(Convolution convolution, Values[] inputs, Values result)
    {
        (Values x, Values kernel) = (inputs[0], inputs[1]);
        int perGroup = kernel.Shape[0] / convolution.Groups;
        result.Fill(at =>
        {
            double sum = inputs.Length > 2 ? inputs[2][at[0]] : 0;
            for (int channel = 0; channel < kernel.Shape[1]; channel++)
                for (int row = 0; row < kernel.Shape[2]; row++)
                    for (int column = 0; column < kernel.Shape[3]; column++)
                    {
                        int y = (at[1] * convolution.StrideHeight) + (row * convolution.DilationHeight) - convolution.Padding.Top;
                        int z = (at[2] * convolution.StrideWidth) + (column * convolution.DilationWidth) - convolution.Padding.Left;
                        if (y >= 0 && y < x.Shape[1] && z >= 0 && z < x.Shape[2])
                            sum += kernel[[at[0], channel, row, column]] * x[[(at[0] / perGroup * kernel.Shape[1]) + channel, y, z]];
                    }

            return sum;
        });
    }

    private static void Connect(Values[] inputs, Values result) => result.Fill(at =>
    {
        double sum = inputs.Length > 2 ? inputs[2][at[^1]] : 0;
        for (int feature = 0; feature < inputs[1].Shape[1]; feature++)
            sum += inputs[1][[at[^1], feature]] * inputs[0][With(at, at.Length - 1, feature)];
        return sum;
    });

    private static double Pool(Pooling pooling, Values x, int[] at)
    {
        double sum = 0;
        double most = double.NegativeInfinity;
        int count = 0;
        for (int row = 0; row < pooling.WindowHeight; row++)
            for (int column = 0; column < pooling.WindowWidth; column++)
            {
                int y = (at[1] * pooling.StrideHeight) + (row * pooling.DilationHeight) - pooling.Padding.Top;
                int z = (at[2] * pooling.StrideWidth) + (column * pooling.DilationWidth) - pooling.Padding.Left;
                bool isInside = y >= 0 && y < x.Shape[1] && z >= 0 && z < x.Shape[2];
                bool isPadding = y < x.Shape[1] + pooling.Padding.Bottom && z < x.Shape[2] + pooling.Padding.Right;
                if (isInside)
                    (sum, most) = (sum + x[[at[0], y, z]], Math.Max(most, x[[at[0], y, z]]));
                count += isInside || (pooling.CountsPadding && isPadding) ? 1 : 0;
            }

        return pooling.Function == PoolingFunction.Maximum ? most : sum / count;
    }

    private static void Reduce(Reduction reduction, Values x, Values result)
    {
        List<double>[] parts = [.. result.All.Select(static _ => new List<double>())];
        x.Visit(at =>
        {
            int[] to = reduction.KeepsAxes
                ? [.. at.Select((index, axis) => reduction.Axes.Contains(axis) ? 0 : index)]
                : [.. at.Where((_, axis) => !reduction.Axes.Contains(axis))];
            parts[result.Place(to)].Add(x[at]);
        });
        for (int index = 0; index < parts.Length; index++)
            result.All[index] = reduction.Function == PoolingFunction.Maximum ? parts[index].Max() : parts[index].Average();
    }

    private static double Apply(Activation activation, double x) => activation.Function switch
    {
        ActivationFunction.Relu => Math.Max(x, 0),
        ActivationFunction.Clip => Math.Min(Math.Max(x, activation.Alpha), activation.Beta),
        ActivationFunction.LeakyRelu => x > 0 ? x : activation.Alpha * x,
        ActivationFunction.Elu => x > 0 ? x : activation.Alpha * (Math.Exp(x) - 1),
        ActivationFunction.Sigmoid => 1 / (1 + Math.Exp(-x)),
        ActivationFunction.HardSigmoid => Math.Clamp((activation.Alpha * x) + activation.Beta, 0, 1),
        ActivationFunction.Swish => x / (1 + Math.Exp(-x)),
        ActivationFunction.HardSwish => x * Math.Clamp((x / 6) + 0.5, 0, 1),
        ActivationFunction.Tanh => Math.Tanh(x),
        ActivationFunction.Softplus => Math.Log(1 + Math.Exp(x)),
        _ => throw new NotSupportedException(activation.Function.ToString()),
    };

    private static double Apply(ArithmeticFunction function, double a, double b) => function switch
    {
        ArithmeticFunction.Add => a + b,
        ArithmeticFunction.Subtract => a - b,
        ArithmeticFunction.Multiply => a * b,
        ArithmeticFunction.Divide => a / b,
        ArithmeticFunction.Maximum => Math.Max(a, b),
        _ => Math.Min(a, b),
    };

    private static int[] With(int[] at, int axis, int index)
    {
        int[] changed = [.. at];
        changed[axis] = index;
        return changed;
    }

    private sealed class Values(int[] shape, double[]? values = null)
    {
        public int[] Shape => shape;

        public double[] All { get; } = values ?? new double[shape.Aggregate(1, static (product, size) => product * size)];

        public double this[params int[] at] => All[Place(at)];

        public double Repeated(int[] at) => shape.Length == 0
            ? All[0]
            : this[[.. at.Select((index, axis) => shape[axis] == 1 ? 0 : index)]];

        public int Place(int[] at)
        {
            int place = 0;
            for (int axis = 0; axis < shape.Length; axis++)
                place = (place * shape[axis]) + at[axis];
            return place;
        }

        public void Fill(Func<int[], double> value) => Visit(at => All[Place(at)] = value(at));

        public void Visit(Action<int[]> visit)
        {
            int[] at = new int[shape.Length];
            for (int index = 0; index < All.Length; index++)
            {
                visit(at);
                for (int axis = shape.Length - 1; axis >= 0 && ++at[axis] == shape[axis]; axis--)
                    at[axis] = 0;
            }
        }
    }
}
