using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Runs.Codes;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>An axis: a list of values, or a mapping with one of <c>values</c>, <c>range</c>, <c>log</c> and <c>cases</c>.</summary>
internal sealed class AxisType : ParameterType
{
    private const string Forms = "a list of values, or one of values, range, log and cases";

    private static readonly DocumentKey[] Sources = [AxisKeys.Values, AxisKeys.Range, AxisKeys.Log, AxisKeys.Cases];

    public override string Permitted => Forms;

    public override object? Read(Node node, FindingList findings)
    {
        if (node is not (MappingNode or SequenceNode))
        {
            findings.WrongType(node, Forms);
            return null;
        }

        string name = NameOf(node);
        if (node is SequenceNode list)
            return OfValues(new AxisSpec { Axis = Plain(name, name), Keys = [name], Place = node.Place }, list.Items);
        Section section = new((MappingNode)node, findings);
        AxisKeys.All.RefuseOthers(section);
        DocumentKey[] given = [.. Sources.Where(key => key.Find(section.Node) is not null)];
        if (given.Length == 1)
            return Read(section, name, given[0]);
        findings.OutOfRange(node, Forms);
        return null;
    }

    public override JsonObject Schema(SchemaScope scope)
    {
        JsonObject mapping = AxisKeys.All.Schema(scope);
        mapping["oneOf"] = new JsonArray(
            [.. Sources.Select(static key => new JsonObject { ["required"] = new JsonArray(key.Name) })]);
        return new JsonObject { ["anyOf"] = new JsonArray(AxisKeys.Values.Schema(scope), mapping) };
    }

    // The last part of the full key: a name may hold dots, because it may be a key of the scenario.
    private static string NameOf(Node node) =>
        node.Place.Key.StartsWith(SweepKeys.AxesName + ".", StringComparison.Ordinal)
            ? node.Place.Key[(SweepKeys.AxesName.Length + 1)..]
            : node.Place.Key;

    private static SweepAxis Plain(string name, string key) => new(name, key, "", IsNumber: false, IsLogarithmic: false);

    private static AxisSpec? Read(Section section, string name, DocumentKey source)
    {
        IReadOnlyList<string> keys = AxisKeys.Key.Read(section) is { } key ? TextListType.Texts(key) : [name];
        bool whole = AxisKeys.Whole.Read(section);
        AxisSpec axis = new()
        {
            Axis = Plain(name, source == AxisKeys.Cases ? "" : string.Join(", ", keys)) with { Unit = AxisKeys.Unit.Read(section) ?? "" },
            Keys = keys,
            Place = section.Node.Place,
        };
        if (source == AxisKeys.Values)
            return AxisKeys.Values.Read(section) is { } values ? OfValues(axis, values) : null;
        if (source == AxisKeys.Cases)
            return AxisKeys.Cases.Read(section) is { } cases ? OfCases(axis, cases) : null;
        return source == AxisKeys.Range
            ? AxisKeys.Range.Read(section) is { } range ? OfRange(axis, range, whole) : null
            : AxisKeys.Log.Read(section) is { } log ? OfLog(axis, log, whole) : null;
    }

    private static AxisSpec OfValues(AxisSpec axis, IReadOnlyList<Node> values)
    {
        AxisCase[] cases = [.. values.Select(value => axis.CaseOf(FlowText.Of(value)))];
        return axis with { Cases = cases, Axis = axis.Axis with { IsNumber = values.All(IsNumeric) && values.Count > 0 } };
    }

    private static bool IsNumeric(Node node) => node is ScalarNode { Plain: true } scalar && DecimalNumber.TryParse(scalar.Text, out _);

    private static AxisSpec? OfCases(AxisSpec axis, Section cases)
    {
        List<AxisCase> read = [];
        foreach (MappingEntry entry in cases.Node.Entries)
            if (Section.Of(entry.Value, cases.Findings) is { } keys)
                read.Add(new AxisCase(entry.Key, [.. keys.Node.Entries.Select(static one => $"{one.Key}={FlowText.Of(one.Value)}")]));
        return axis with { Cases = read, Keys = [] };
    }

    private static AxisSpec? OfRange(AxisSpec axis, Section section, bool whole)
    {
        if (AxisKeys.From.Read(section) is not { } from || AxisKeys.To.Read(section) is not { } to)
            return null;
        axis = axis with { Axis = axis.Axis with { IsNumber = true }, Range = new AxisRange(from, to, IsLogarithmic: false, whole) };
        if (AxisKeys.Step.Read(section) is null)
            return axis;
        DecimalSteps steps = new(Exact(section, AxisKeys.From), Exact(section, AxisKeys.To), Exact(section, AxisKeys.Step));
        if (Flaw(steps) is not { } flaw)
            return axis with { Cases = [.. Enumerable.Range(0, (int)steps.Count).Select(steps.At).Select(axis.CaseOf)] };
        section.Findings.Add(SweepCodes.BadAxis, section.Node.Place, $"'{section.Node.Place.Key}' has {flaw}.");
        return null;
    }

    private static string? Flaw(DecimalSteps steps)
    {
        if (steps.Digits > DecimalSteps.MostDigits)
            return string.Create(CultureInfo.InvariantCulture, $"numbers of {steps.Digits} digits; permitted: {DecimalSteps.MostDigits}");
        bool holds = !steps.Count.IsZero && steps.Count <= AxisKeys.MostValues;
        return holds
            ? null
            : string.Create(
                CultureInfo.InvariantCulture, $"{steps.Count} numbers; permitted: 1 to {AxisKeys.MostValues}, `to` not below `from`");
    }

    private static DecimalNumber Exact(Section section, DocumentKey key) =>
        DecimalNumber.TryParse(((ScalarNode)key.Find(section.Node)!).Text, out DecimalNumber number)
            ? number
            : throw new InvalidOperationException($"'{key.Name}' was read as a number and is none.");

    private static AxisSpec? OfLog(AxisSpec axis, Section section, bool whole)
    {
        if (AxisKeys.LogFrom.Read(section) is not { } from || AxisKeys.LogTo.Read(section) is not { } to)
            return null;
        AxisRange range = new(from, to, IsLogarithmic: true, whole);
        axis = axis with { Axis = axis.Axis with { IsNumber = true, IsLogarithmic = true }, Range = range };
        if (AxisKeys.Points.Read(section) is not { } points)
            return axis;
        IEnumerable<string> numbers = Enumerable.Range(0, points).Select(index => range.At((double)index / (points - 1)));
        return axis with { Cases = [.. numbers.Distinct().Select(axis.CaseOf)] };
    }
}
