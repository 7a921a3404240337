using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Networks.Codes;
using Memti.Networks.Inputs;
using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Operators;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx;

/// <summary>
/// Processes the nodes of a graph in file order, which the ONNX specification requires to be a topological order. Local functions and
/// branches whose condition is known run in place.
/// </summary>
internal sealed class GraphWalk
{
    /// <summary>Deepest nesting of functions and branches.</summary>
    private const int MostDepth = 32;
    /// <summary>Most nodes and names, those of functions at each call.</summary>
    private const long MostSteps = 4_000_000;
    /// <summary>Most operators that are left out, each for a reason of its own.</summary>
    private const int MostLeftOut = 1000;
    /// <summary>Longest beginning of a node's name.</summary>
    private const int LongestPrefix = 200;

    private readonly OnnxModel _model;
    private readonly GraphState _state;
    private readonly GraphInputs _inputs;
    private readonly GraphScope _scope = new(null, "");
    private readonly Dictionary<(string Domain, string Name), OnnxFunction> _functions = [];
    private readonly List<(OnnxNode Node, MemtiException Reason)> _leftOut = [];
    private long _steps;

    private GraphWalk(OnnxModel model, NetworkInputs inputs)
    {
        (_model, _state, _inputs) = (model, new GraphState(inputs.Batch ?? 1), new GraphInputs(model.Graph, inputs));
        foreach (OnnxFunction function in model.Functions)
            _functions.TryAdd((function.Domain, function.Name), function);
    }

    /// <summary>The layers of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputs">What the user says of its inputs.</param>
    /// <exception cref="MemtiException">The first error.</exception>
    public static GraphReading Read(OnnxModel model, NetworkInputs inputs)
    {
        GraphWalk walk = new(model, inputs);
        OnnxGraph graph = model.Graph;
        walk.Count(walk._scope.CountUses(graph.Nodes, graph.Outputs));
        walk.AddStored(walk._scope, graph.Initializers);
        walk.AddInputs();
        foreach (OnnxNode node in graph.Nodes)
            walk.Visit(walk._scope, node, 0);
        if (walk._state.Layers.Rows.Count == 0)
            throw walk._leftOut.Count > 0
                ? walk._leftOut[0].Reason
                : GraphError.Graph("graph", "it has no layer", "at least one convolution, matrix product, pooling or addition");
        return new GraphReading(walk._state.Layers.Rows, [.. walk.Notice()], walk._scope.Values);
    }

    private void AddStored(GraphScope scope, IReadOnlyList<OnnxTensor> stored)
    {
        foreach (OnnxTensor tensor in stored)
        {
            GraphValue value = TensorShape.Constant(tensor, tensor.Name);
            // Tensors in one place of one file are one tensor.
            if (tensor.Place is { } place)
                value = value with { Stored = _state.Derive(place, TensorShape.Shown(tensor.Dims)) };
            if (!scope.TryAdd(tensor.Name, value))
                throw GraphError.Graph(tensor.Name, "two initializers have this name", "one initializer for each tensor");
        }
    }

    // Before IR version 4, initialisers were listed among the inputs as well.
    private void AddInputs()
    {
        _inputs.CheckNames(_model.Graph.Initializers.Select(static tensor => tensor.Name).ToHashSet(StringComparer.Ordinal));
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (OnnxInput input in _model.Graph.Inputs)
            if (!names.Add(input.Name))
                throw GraphError.Graph(input.Name, "two inputs have this name", "one input for each tensor");
            else if (!_scope.Values.ContainsKey(input.Name) && _scope.IsUsed(input.Name))
                _scope.TryAdd(input.Name, _inputs.Read(input));
    }

    private void Visit(GraphScope scope, OnnxNode node, int depth)
    {
        Count(1 + node.Inputs.Count + node.Attributes.Count);
        GraphValue?[] inputs = [.. node.Inputs.Select(name => Find(scope, node, name))];
        IReadOnlyList<GraphValue> outputs = Outputs(scope, Resolved(scope, node), inputs, depth);
        for (int index = 0; index < node.Outputs.Count; index++)
            if (node.Outputs[index] is { Length: > 0 } name && !scope.TryAdd(name, Output(node, outputs, index)))
                throw GraphError.Graph(
                    name, $"node '{node.Shown}' gives a tensor that is an input or an initializer", "a name of its own");
    }

    private static GraphValue Output(OnnxNode node, IReadOnlyList<GraphValue> outputs, int index) => index < outputs.Count
        ? outputs[index]
        : outputs is [{ Unknown: not null } lost, ..]
            ? lost
            : GraphValue.Lost(GraphError.Graph(
                node.Outputs[index],
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"a layer needs this tensor, output {index} of node '{node.Shown}' ({node.ShownOperator})"),
                "the outputs that the operator always has"));

    private IReadOnlyList<GraphValue> Outputs(GraphScope scope, OnnxNode node, GraphValue?[] inputs, int depth)
    {
        NodeScope here = new(node, inputs, scope.Uses, _state);
        OperatorEntry? entry = OperatorTable.Find(node);
        if (entry is null && _functions.TryGetValue((node.Domain, node.Operator), out OnnxFunction? function))
            return Call(scope, here, function, depth);
        if (node is { IsStandard: true, Operator: "If" } && Branch(here) is { } branch)
            return Enter(scope, here, branch, depth);
        MemtiException? unknown = inputs.FirstOrDefault(static input => input?.Unknown is not null)?.Unknown;
        if (unknown is not null)
            return OperatorTable.Multiplies(node) || HoldsLayers(node) ? throw unknown : [GraphValue.Lost(unknown)];
        if (entry is null)
            return LeaveOut(here, OperatorTable.Refusal(here), OperatorTable.Multiplies(node) || HoldsWeights(here) || HoldsLayers(node));
        try
        {
            return entry.Apply(here);
        }
        catch (MemtiException refusal) when (!entry.Multiplies && refusal.Diagnostic.Code == NetworkCodes.OnnxOperator)
        {
            return LeaveOut(here, refusal, HoldsWeights(here));
        }
    }

    /// <summary>Leaves an operator out. It is an error once a layer needs its output.</summary>
    private GraphValue[] LeaveOut(NodeScope scope, MemtiException reason, bool isNeeded)
    {
        if (isNeeded || _leftOut.Count == MostLeftOut)
            throw reason;
        _leftOut.Add((scope.Node, reason));
        return [GraphValue.Lost(reason)];
    }

    /// <summary>True when a node reads stored tensors that may be weights.</summary>
    private static bool HoldsWeights(NodeScope scope) => Enumerable.Range(0, scope.InputCount)
        .Any(index => scope.Optional(index) is { Constant: true, Dims.Count: > 1, Count: > GraphState.MostValues });

    /// <summary>True when a graph within the node, such as the body of a loop, has layers.</summary>
    private static bool HoldsLayers(OnnxNode node) => node.Attributes.Exists(
        static attribute => attribute.Graphs.Exists(
            static graph => graph.Nodes.Exists(static inner => OperatorTable.Multiplies(inner) || HoldsLayers(inner))));

    /// <summary>The graph that an If runs; null when its condition is not known.</summary>
    private static OnnxGraph? Branch(NodeScope scope)
    {
        if (scope.Optional(0)?.Data is not { Values: [var condition] })
            return null;
        return scope.Attribute(condition != 0 ? "then_branch" : "else_branch")?.Graphs.FirstOrDefault();
    }

    private GraphValue[] Enter(GraphScope scope, NodeScope caller, OnnxGraph graph, int depth)
    {
        GraphScope inner = new(scope, scope.Prefix) { Attributes = scope.Attributes };
        Deepen(caller, depth);
        Count(inner.CountUses(graph.Nodes, graph.Outputs));
        AddStored(inner, graph.Initializers);
        foreach (OnnxNode node in graph.Nodes)
            Visit(inner, node, depth + 1);
        return [.. graph.Outputs.Select(name => Result(inner, caller, name))];
    }

    private GraphValue[] Call(GraphScope scope, NodeScope caller, OnnxFunction function, int depth)
    {
        Deepen(caller, depth);
        Count((long)caller.Node.Attributes.Count * function.Defaults.Count);
        string prefix = caller.Node.Shown + "/";
        GraphScope inner = new(null, prefix.Length <= LongestPrefix ? prefix : prefix[..LongestPrefix])
        {
            Attributes = [.. caller.Node.Attributes, .. function.Defaults.Where(stated => caller.Attribute(stated.Name) is null)],
        };
        Count(inner.CountUses(function.Nodes, function.Outputs));
        for (int index = 0; index < function.Inputs.Count; index++)
            inner.TryAdd(
                function.Inputs[index],
                caller.Optional(index) is { } value ? value with { Fusable = value.Fusable && caller.Uses(index) == 1 } : null);
        foreach (OnnxNode node in function.Nodes)
            Visit(inner, node, depth + 1);
        return [.. function.Outputs.Select(name => Result(inner, caller, name))];
    }

    private static GraphValue Result(GraphScope inner, NodeScope caller, string name) => Find(inner, caller.Node, name)
        ?? GraphValue.Lost(
            GraphError.Graph(name, $"node '{caller.Node.Shown}' does not give this tensor", "functions that give their outputs"));

    private static void Deepen(NodeScope caller, int depth)
    {
        if (depth == MostDepth)
            throw GraphError.Graph(
                caller.Node.Shown,
                $"function '{caller.Node.ShownOperator}' is nested too deep, or calls itself",
                "at most 32 functions in each other, none of them in itself");
    }

    private void Count(long steps)
    {
        if ((_steps += steps) > MostSteps)
            throw GraphError.TooLarge(
                "graph", "it has more than 4 million nodes and names with its functions in place", "at most 4 million");
    }

    /// <summary>The node as it stands in a function: named after the call, with the attributes of the call.</summary>
    private OnnxNode Resolved(GraphScope scope, OnnxNode node)
    {
        OnnxNode named = scope.Prefix.Length == 0 ? node : node with { Name = scope.Prefix + node.Shown };
        if (!named.Attributes.Exists(static attribute => attribute.Reference.Length > 0))
            return named;
        Count((long)named.Attributes.Count * scope.Attributes.Count);
        return named with
        {
            Attributes = [.. named.Attributes.Select(attribute => Resolved(scope, attribute)).OfType<OnnxAttribute>()],
        };
    }

    private static OnnxAttribute? Resolved(GraphScope scope, OnnxAttribute attribute)
    {
        if (attribute.Reference.Length == 0)
            return attribute;
        OnnxAttribute? given = scope.Attributes.FirstOrDefault(given => given.Name == attribute.Reference);
        return given is null ? null : given with { Name = attribute.Name };
    }

    private static GraphValue? Find(GraphScope scope, OnnxNode node, string name)
    {
        if (name.Length == 0)
            return null;
        if (scope.TryFind(name, out GraphValue? value))
            return value;
        string reason = scope.Gives(name)
            ? $"node '{node.Shown}' needs this tensor before it is there: the nodes are out of order or in a circle"
            : $"node '{node.Shown}' needs this tensor, which no input, initializer or node gives";
        throw GraphError.Graph(name, reason, "nodes in an order in which each tensor is there when it is needed");
    }

    /// <summary>What is left out behind the last layer.</summary>
    private IEnumerable<Diagnostic> Notice()
    {
        const int Most = 3;
        if (_leftOut.Count == 0)
            yield break;
        string shown = string.Join(", ", _leftOut.Take(Most).Select(static left => $"'{left.Node.Shown}' ({left.Node.ShownOperator})"));
        string more = _leftOut.Count > Most ? $" and {(_leftOut.Count - Most).ToString(CultureInfo.InvariantCulture)} more" : "";
        yield return new Diagnostic(
            NetworkCodes.OnnxLeftOut,
            $"operators without weights behind the last layer are left out, with what follows them: {shown}{more}.")
        {
            Severity = Severity.Warning,
            Key = _leftOut[0].Node.Shown,
            Value = _leftOut[0].Node.ShownOperator,
            Permitted = "nothing to do, unless the accelerator runs them: then write them as rows of a layer table",
        };
    }
}
