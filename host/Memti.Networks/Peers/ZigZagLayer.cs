using System.Globalization;
using System.Text.RegularExpressions;
using Memti.Documents.Nodes;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Peers;

/// <summary>A layer of a ZigZag workload.</summary>
internal sealed partial class ZigZagLayer
{
    private static readonly string[] Rows = ["oy", "fy", "iy"];
    private static readonly string[] Columns = ["ox", "fx", "ix"];

    private readonly MappingNode _node;
    private readonly ZigZagEquation _equation;
    private readonly Dictionary<string, long> _sizes;
    private readonly Dictionary<string, (long Stride, long Dilation)> _relations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _inputs;

    private ZigZagLayer(MappingNode node, ZigZagEquation equation, Dictionary<string, long> sizes, Dictionary<string, long> inputs)
    {
        (_node, _equation, _sizes, _inputs) = (node, equation, sizes, inputs);
        if (node.Find("dimension_relations") is SequenceNode relations)
            foreach (ScalarNode relation in relations.Items.OfType<ScalarNode>())
                AddRelation(relation.Text);
    }

    /// <summary>Identifier by which other layers name this one as a source.</summary>
    public string Id => Text("id") ?? "";

    /// <summary>True when the filter has gaps.</summary>
    public bool IsDilated => Rows.Concat(Columns).Any(name => _relations.GetValueOrDefault(name).Dilation > 1);

    private string Name => Text("name") is { Length: > 0 } name ? name : $"layer {Id}";

    private string Operator => Text("operator_type") ?? "";

    /// <summary>Reads a layer; null, with findings, when something is missing.</summary>
    public static ZigZagLayer? Read(Node item, FindingList findings)
    {
        if (item is not MappingNode node)
        {
            findings.WrongType(item, "a layer: a mapping with an equation, loop_dims and loop_sizes");
            return null;
        }

        const string Form = "an equation such as O[b][k][oy][ox]+=W[k][c][fy][fx]*I[b][c][iy][ix]";
        ZigZagEquation? equation = null;
        if (node.Find("equation") is not ScalarNode text)
            findings.Missing(node, "equation", Form);
        else if ((equation = ZigZagEquation.Parse(text.Text)) is null)
            findings.WrongType(text, Form);
        Dictionary<string, long>? sizes = SizesOf(node, "loop", findings);
        Dictionary<string, long> inputs = node.Find("pr_loop_dims") is { IsNull: false } ? SizesOf(node, "pr_loop", findings) ?? [] : [];
        return equation is null || sizes is null ? null : new ZigZagLayer(node, equation, sizes, inputs);
    }

    /// <summary>The layer as a row of a layer table; null, with a finding, when a layer table has no such layer.</summary>
    /// <param name="before">Layers that were read, this one among them.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public MappingNode? Row(IReadOnlyDictionary<string, ZigZagLayer> before, FindingList findings)
    {
        PeerRow row = new(_node.Place);
        row.Take("layer", Name, (_node.Find("name") ?? _node).Place);
        if (IsSpatial && Size("b") != 1)
            return Refuse(findings, "loop_sizes", $"B is {Size("b")}, a batch", "B = 1: a network is that of one frame");
        if (IsPool)
            SetPool(row, before);
        else if (_equation.Adds)
            SetSum(row);
        else if (Source(_equation.Operand) is { } source && source != Id)
            return Refuse(
                findings,
                "operand_source",
                $"{_equation.Operand} comes from layer {source}, so that two computed tensors are multiplied",
                "weights: a source that is the layer itself");
        else
            SetProduct(row, before);
        return row.Node;
    }

    private bool IsPool => Operator.Contains("pool", StringComparison.OrdinalIgnoreCase) || Operator == "Max";

    private bool IsSpatial => _equation.Output.Intersect(["oy", "ox"]).Any();

    private void SetPool(PeerRow row, IReadOnlyDictionary<string, ZigZagLayer> before)
    {
        row.Set("kind", "pool");
        row.Set("c", Product(_equation.Output.Except(["b", "oy", "ox"])));
        SetWindow(row, before);
    }

    private void SetSum(PeerRow row)
    {
        row.Set("kind", "elwise");
        string[] others = [.. _equation.Output.Except(["b", "oy", "ox"])];
        row.Set("c", Product(others.TakeLast(1)));
        row.Set("h", IsSpatial ? Size("oy") : Product(others.SkipLast(1)) * Size("b"));
        row.Set("w", Size("ox"));
    }

    private void SetProduct(PeerRow row, IReadOnlyDictionary<string, ZigZagLayer> before)
    {
        string[] inputs = [.. _equation.Inputs.Except(["iy", "ix"])];
        string[] weights = [.. _equation.Weights.Except(["fy", "fx"])];
        string[] outputs = [.. _equation.Output.Except(["oy", "ox"])];
        row.Set("groups", Groups);
        row.Set("c", Product(weights.Intersect(inputs).Except(outputs)) * Groups);
        row.Set("k", Product(weights.Intersect(outputs).Except(inputs)) * Groups);
        if (!IsSpatial)
        {
            row.SetProduct(Product(outputs.Except(weights)));
            return;
        }

        row.Set("kind", "conv");
        SetWindow(row, before);
    }

    private void SetWindow(PeerRow row, IReadOnlyDictionary<string, ZigZagLayer> before)
    {
        ZigZagLayer? source = Source("I") is { } id && id != Id ? before.GetValueOrDefault(id) : null;
        (long height, long width) = (Input(Rows, source), Input(Columns, source));
        (long filterHeight, long filterWidth) = (Size("fy"), Size("fx"));
        row.Set("h", height);
        row.Set("w", width);
        row.Set("r", filterHeight);
        row.Set("s", filterWidth);
        row.Set("p", Size("oy"));
        row.Set("q", Size("ox"));
        row.Set("stride_v", Relation("iy").Stride);
        row.Set("stride_h", Relation("ix").Stride);
        bool covers = (height, width, Size("oy"), Size("ox")) == (filterHeight, filterWidth, 1, 1);
        if (covers && _equation is { Adds: false } && !IsPool && Groups == 1)
            row.Set("kind", "fc");
    }

    private long Groups => Product(_equation.Weights.Intersect(_equation.Inputs).Intersect(_equation.Output));

    /// <summary>
    /// Rows or columns of the input: as stated, else of the output of the layer before, else what the filters reach. Where the layer before
    /// has fewer than the filters reach, the rest is padding that the workload does not state.
    /// </summary>
    private long Input(string[] names, ZigZagLayer? source)
    {
        (string output, string filter, string input) = (names[0], names[1], names[2]);
        if (_inputs.TryGetValue(input, out long stated))
            return stated;
        (long stride, long dilation) = Relation(input);
        long reached = ((Size(output) - 1) * stride) + ((Size(filter) - 1) * dilation) + 1;
        long made = source is { IsSpatial: true } ? source.Size(output) : 0;
        // An output of another size can also be one that is pooled or scaled in between.
        return made > 0 && made <= reached + stride - 1 && reached - made <= 2 * (Size(filter) - 1) * dilation ? made : reached;
    }

    private (long Stride, long Dilation) Relation(string input) => _relations.GetValueOrDefault(input, (1, 1));

    // ix = 2*ox + 1*fx: the factor of the output is the stride, that of the filter the dilation. Either may stand first.
    private void AddRelation(string text)
    {
        Match match = RelationForm().Match(text);
        if (!match.Success)
            return;
        (long one, long other) = (Factor(match.Groups["a"]), Factor(match.Groups["b"]));
        bool turned = match.Groups["first"].Value.StartsWith('f') || match.Groups["first"].Value.StartsWith('F');
        _relations[match.Groups["input"].Value.ToLowerInvariant()] = turned ? (other, one) : (one, other);
    }

    private static long Factor(Group group) =>
        int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int factor)
            ? Math.Clamp(factor, 1, NetworkLimits.Extent)
            : 1;

    private string? Source(string operand) => ((_node.Find("operand_source") as MappingNode)?.Find(operand) as ScalarNode)?.Text;

    private string? Text(string key) => (_node.Find(key) as ScalarNode) is { IsNull: false } scalar ? scalar.Text : null;

    // A dimension without a loop has one value.
    private long Size(string name) => _sizes.GetValueOrDefault(name, 1);

    // Capped, because a product of sizes may be absurd; the limits of a layer refuse it.
    private long Product(IEnumerable<string> names) =>
        names.Aggregate(1L, (product, name) => Math.Min(product * Size(name), int.MaxValue));

    private static Dictionary<string, long>? SizesOf(MappingNode node, string what, FindingList findings)
    {
        if (node.Find($"{what}_dims") is not SequenceNode names)
        {
            findings.Missing(node, $"{what}_dims", "a list of dimensions such as [B, K, C, OY, OX, FY, FX]");
            return null;
        }

        if (node.Find($"{what}_sizes") is not SequenceNode sizes || sizes.Items.Count != names.Items.Count)
        {
            findings.Missing(node, $"{what}_sizes", $"a list with as many sizes as {what}_dims has dimensions");
            return null;
        }

        Dictionary<string, long> read = new(StringComparer.Ordinal);
        foreach ((Node name, Node size) in names.Items.Zip(sizes.Items))
            if (size is ScalarNode { Plain: true } scalar
                && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number > 0)
                read[((name as ScalarNode)?.Text ?? "").ToLowerInvariant()] = number;
            else
                findings.WrongType(size, "a whole number, 1 or more");
        return read;
    }

    private MappingNode? Refuse(FindingList findings, string key, string what, string permitted)
    {
        SourceLocation place = (_node.Find(key) ?? _node).Place;
        findings.Add(NetworkCodes.PeerLayer, place, $"layer '{Name}': {what}; permitted: {permitted}.", what, permitted);
        return null;
    }

    [GeneratedRegex(@"^\s*(?<input>\w+)\s*=\s*((?<a>\d+)\s*\*\s*)?(?<first>\w+)\s*\+\s*((?<b>\d+)\s*\*\s*)?(?<second>\w+)\s*$")]
    private static partial Regex RelationForm();
}
