using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;

namespace Memti.Plugins.Torch.Execution;

/// <summary>
/// Plans the program of a graph: convolutions take in the 1x1 adapter beside them, and the batch norm behind both. Outside of training all
/// of that is one convolution.
/// </summary>
internal sealed class ProgramPlanner
{
    private readonly NetworkGraph _graph;
    private readonly IReadOnlyDictionary<string, ParameterTensor> _parameters;
    private readonly IReadOnlyDictionary<string, NormTensors> _norms;
    private readonly Dictionary<string, int> _uses;
    private readonly List<PlannedUnit> _units = [];
    private readonly Dictionary<string, PlannedUnit> _makers = new(StringComparer.Ordinal);

    private ProgramPlanner(
        NetworkGraph graph, IReadOnlyDictionary<string, ParameterTensor> parameters, IReadOnlyDictionary<string, NormTensors> norms)
    {
        (_graph, _parameters, _norms) = (graph, parameters, norms);
        _uses = graph.Nodes.SelectMany(static node => node.Inputs)
            .Append(graph.Output)
            .GroupBy(static name => name, StringComparer.Ordinal)
            .ToDictionary(static uses => uses.Key, static uses => uses.Count(), StringComparer.Ordinal);
    }

    /// <summary>Plans a program.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="parameters">Its parameters by name.</param>
    /// <param name="norms">Its batch norms by the name of their node.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadNetwork"/>.</exception>
    public static GraphProgram Plan(
        NetworkGraph graph, IReadOnlyDictionary<string, ParameterTensor> parameters, IReadOnlyDictionary<string, NormTensors> norms)
    {
        ProgramPlanner planner = new(graph, parameters, norms);
        foreach (GraphNode node in graph.Nodes)
            planner.Add(node);
        return planner.Program();
    }

    private void Add(GraphNode node)
    {
        switch (node.Operation)
        {
            case Convolution convolution:
                Add(new ConvolutionUnit(convolution, Parameter(node, 1)!, Parameter(node, 2)), [node.Inputs[0]], node.Output);
                break;
            case FullyConnected:
                Add(new FullyConnectedUnit(Parameter(node, 1)!, Parameter(node, 2)), [node.Inputs[0]], node.Output);
                break;
            case BatchNormalisation:
                if (!TakesNorm(node))
                    Add(new NormUnit(_norms[node.Name]), [node.Inputs[0]], node.Output);
                break;
            case Pooling pooling:
                Add(new PoolingUnit(pooling, node.Shape), node.Inputs, node.Output);
                break;
            case Arithmetic { Function: ArithmeticFunction.Add } when TakesAdapter(node):
                break;
            default:
                Add(new FunctionUnit(Functions.Of(node)), node.Inputs, node.Output);
                break;
        }
    }

    private void Add(IUnit unit, IReadOnlyList<string> inputs, string output)
    {
        PlannedUnit planned = new(unit, inputs, output);
        _units.Add(planned);
        _makers[output] = planned;
    }

    /// <summary>Lets the convolution before a batch norm take it in, where nothing else reads the sums between them.</summary>
    private bool TakesNorm(GraphNode node)
    {
        if (Convolution(node.Inputs[0]) is not { } maker || maker.Unit is not ConvolutionUnit { Norm: null } unit)
            return false;
        unit.Norm = _norms[node.Name];
        Rename(maker, node.Output);
        return true;
    }

    /// <summary>Lets a convolution take in the 1x1 adapter beside it, which sees the same pixels.</summary>
    private bool TakesAdapter(GraphNode node)
    {
        if (Convolution(node.Inputs[0]) is not { } first || Convolution(node.Inputs[1]) is not { } second || first == second)
            return false;
        (PlannedUnit wide, PlannedUnit small) = IsAdapter(first) ? (second, first) : (first, second);
        if (!IsAdapter(small) || !IsCentred(wide) || wide.Inputs[0] != small.Inputs[0])
            return false;
        (var unit, var adapter) = ((ConvolutionUnit)wide.Unit, (ConvolutionUnit)small.Unit);
        if (Strides(unit.Operation) != Strides(adapter.Operation))
            return false;
        unit.Adapter = adapter.Kernel;
        _units.Remove(small);
        _makers.Remove(small.Output);
        Rename(wide, node.Output);
        return true;
    }

    private void Rename(PlannedUnit unit, string output)
    {
        _makers.Remove(unit.Output);
        unit.Output = output;
        _makers[output] = unit;
    }

    /// <summary>The convolution that makes a value which is read once; null otherwise.</summary>
    private PlannedUnit? Convolution(string value) =>
        _uses[value] == 1 && _makers.GetValueOrDefault(value) is { Unit: ConvolutionUnit } maker ? maker : null;

    private static bool IsAdapter(PlannedUnit planned) =>
        IsPlain(planned)
            && planned.Unit is ConvolutionUnit { Operation: var operation } unit
            && operation.Padding.IsEmpty
            && unit.Kernel.Description is { Role: ParameterRole.Adapter, Shape: [_, _, 1, 1] };

    private static bool IsCentred(PlannedUnit planned) =>
        IsPlain(planned)
            && planned.Unit is ConvolutionUnit { Operation: var operation, Kernel.Description.Shape: [_, _, var rows, var columns] }
            && rows % 2 == 1
            && columns % 2 == 1
            && operation.Padding == Centre(operation, rows, columns);

    private static bool IsPlain(PlannedUnit planned) =>
        planned.Unit is ConvolutionUnit { HasBias: false, Adapter: null, Norm: null, Operation.Groups: 1 };

    private static Border Centre(Convolution operation, int rows, int columns)
    {
        (int down, int right) = (operation.DilationHeight * (rows - 1) / 2, operation.DilationWidth * (columns - 1) / 2);
        return new Border(down, right, down, right);
    }

    private static (int, int) Strides(Convolution operation) => (operation.StrideHeight, operation.StrideWidth);

    private ParameterTensor? Parameter(GraphNode node, int input)
    {
        if (node.Inputs.Count <= input)
            return null;
        return _parameters.TryGetValue(node.Inputs[input], out ParameterTensor? parameter)
            ? parameter
            : throw new MemtiException(new Diagnostic(
                DiagnosticCode.BadNetwork, $"node '{node.Name}': '{node.Inputs[input]}' is computed; weights must be parameters."));
    }

    private GraphProgram Program()
    {
        Dictionary<string, int> indices = new(StringComparer.Ordinal) { [_graph.Input] = 0 };
        foreach (PlannedUnit unit in _units)
            indices.Add(unit.Output, indices.Count);
        Dictionary<int, int> lastUses = [];
        for (int place = 0; place < _units.Count; place++)
            foreach (string input in _units[place].Inputs.Where(indices.ContainsKey))
                lastUses[indices[input]] = place;
        lastUses.Remove(indices[_graph.Output]);
        return new GraphProgram(
            [.. _units.Select((unit, place) => new ProgramStep(
                unit.Unit,
                [.. unit.Inputs.Select(input => indices.TryGetValue(input, out int value)
                    ? new Operand(value, null)
                    : new Operand(-1, _parameters[input]))],
                indices[unit.Output],
                [.. lastUses.Where(use => use.Value == place).Select(static use => use.Key)]))],
            indices.Count,
            indices[_graph.Output]);
    }
}
