using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Calibrations;
using Memti.Scenarios.Codes;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Bindings;

/// <summary>Fills the options of a component from its mapping.</summary>
public sealed class ComponentBinder(KindSchemas kinds, Calibration? calibration, FindingList findings)
{
    private const string CellKey = "cell";

    /// <summary>Binds a component; null, with findings, when it cannot be used.</summary>
    /// <param name="mapping">The component's keys.</param>
    /// <param name="component">What the host knows of it.</param>
    public ComponentSpec? Bind(MappingNode mapping, ComponentType component)
    {
        var section = new Section(mapping, findings);
        if (component.Inline is { } inline && section.Find(component.KindKey) is MappingNode options)
            return BindInline(section, component, inline, options);
        if (ReadKind(section, component) is not { } kind)
            return null;
        if (!kinds.Knows(component.Category, kind.Text))
            findings.UnknownWord(
                ScenarioCodes.UnknownKind, kind.Place, kind.Shown, "no loaded plugin offers that kind", kinds.Kinds(component.Category));
        OptionsSchema? schema = kinds.Find(component.Category, kind.Text, kind.Place, findings);
        if (schema is null)
            return null;
        component.KeysWith(schema).RefuseOthers(section);
        return Bind(mapping, component, kind.Text, schema);
    }

    private ComponentSpec? BindInline(Section section, ComponentType component, InlineKind inline, MappingNode options)
    {
        component.KindOnly.RefuseOthers(section);
        new KeySection(inline.Options.Parameters).RefuseOthers(new Section(options, findings));
        if (new Section(options, findings).Find(inline.Required) is not null)
            return Bind(options, component, inline.Name, inline.Options);
        findings.Missing(options, inline.Required, inline.Options.Find(inline.Required)!.Permitted);
        return null;
    }

    private ScalarNode? ReadKind(Section section, ComponentType component)
    {
        string permitted = string.Join(", ", kinds.Kinds(component.Category));
        Node? value = section.Find(component.KindKey);
        if (value is null && component.FallbackKind is { } fallback)
            return new ScalarNode(section.Node.Place.Below(component.KindKey), fallback, plain: true);
        if (value is null)
            findings.Missing(section.Node, component.KindKey, permitted);
        else if (value is not ScalarNode)
            findings.WrongType(value, permitted);
        return value as ScalarNode;
    }

    private ComponentSpec? Bind(MappingNode mapping, ComponentType component, string kind, OptionsSchema schema)
    {
        IReadOnlyList<string> names = kinds.NamesOf(component.Category, kind);
        ILookup<bool, ParameterDescriptor> written = schema.Parameters.ToLookup(parameter => parameter.Find(mapping) is not null);
        IEnumerable<(ParameterDescriptor Parameter, Node Node)> given =
        [
            .. written[true].Select(parameter => (parameter, parameter.Find(mapping)!)),
            .. written[false].Select(parameter => (parameter, ValueOf(names, parameter)!)).Where(static one => one.Item2 is not null),
        ];
        string folder = ComponentSpec.FolderOf(mapping.Place);
        List<GivenValue> values = [];
        bool whole = given.Aggregate(true, (sound, one) => sound & Read(one.Parameter, one.Node, folder, values));
        if (OptionsOf(component.Category, kind, schema, values, mapping.Place) is not { } options || !whole)
            return null;
        BoundValue[] bound = [.. values.Select(static value => value.Bound)];
        return new ComponentSpec
        {
            Category = component.Category,
            Kind = kind,
            Options = options,
            Place = mapping.Place,
            Schema = schema,
            Kinds = kinds,
            Bound = bound,
            Content = ComponentSpec.ContentOf(kind, mapping.Place, bound),
            Calibrated = [.. written[false].Select(parameter => EntryOf(names, parameter)).OfType<CalibrationEntry>()],
            Defaulted = [.. written[false].Where(parameter => EntryOf(names, parameter) is null)],
        };
    }

    /// <summary>
    /// What a calibration says of a technology holds for each kind of it, but for which cell it is: a kind that a cell file offers is
    /// that cell.
    /// </summary>
    private static IEnumerable<string> NamesFor(ParameterDescriptor parameter, IReadOnlyList<string> names) =>
        parameter.Name == CellKey ? names.Take(1) : names;

    private CalibrationEntry? EntryOf(IReadOnlyList<string> names, ParameterDescriptor parameter) =>
        NamesFor(parameter, names)
            .Select(name => calibration?.Entry(name, parameter.Name))
            .FirstOrDefault(static entry => entry is not null);

    /// <summary>The calibrated value of a parameter that the scenario leaves out; null for none.</summary>
    private Node? ValueOf(IReadOnlyList<string> names, ParameterDescriptor parameter) => NamesFor(parameter, names)
        .Select(name => calibration?.Values.GetValueOrDefault((name, parameter.Name)))
        .FirstOrDefault(static value => value is not null);

    private bool Read(ParameterDescriptor parameter, Node node, string folder, List<GivenValue> values)
    {
        if (!parameter.TryRead(node, folder, findings, out object? value))
            return false;
        values.Add(new(new BoundValue(parameter, value, (node as ScalarNode)?.Text ?? node.Shown), node));
        return true;
    }

    /// <summary>
    /// An instance of the options class with the values; null, with findings, when the plugin refuses one or does not return.
    /// </summary>
    private object? OptionsOf(
        PluginContract category, string kind, OptionsSchema schema, IReadOnlyList<GivenValue> values, SourceLocation place)
    {
        // Of a call that does not return, nothing is looked at: it may go on filling them.
        List<(BoundValue Value, string? Why)> refused = [];
        try
        {
            object options = BoundOptions.Of(kinds, category, kind, schema, [.. values.Select(static value => value.Bound)], refused);
            foreach ((BoundValue value, string? why) in refused)
            {
                Node node = values.First(given => given.Bound == value).Node;
                findings.Add(
                    DiagnosticCode.PluginThrew,
                    node.Place,
                    $"'{node.Place.Key}' is {node.Shown}, which the plugin refused: {why}",
                    node.Shown,
                    value.Parameter.Permitted);
            }

            return refused.Count == 0 ? options : null;
        }
        catch (MemtiException error)
        {
            findings.Add(error.Diagnostic with { File = place.File, Line = place.Line, Column = place.Column, Key = place.Key });
            return null;
        }
    }

    private sealed record GivenValue(BoundValue Bound, Node Node);
}
