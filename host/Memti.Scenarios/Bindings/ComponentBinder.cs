using System.Reflection;
using Memti.Abstractions.Diagnostics;
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
        object options = schema.NewOptions();
        IReadOnlyList<string> names = kinds.NamesOf(component.Category, kind);
        ILookup<bool, ParameterDescriptor> written = schema.Parameters.ToLookup(parameter => parameter.Find(mapping) is not null);
        List<BoundValue> bound = [];
        string folder = ComponentSpec.FolderOf(mapping.Place);
        bool whole = written[true].Aggregate(
            true, (sound, parameter) => sound & Put(options, parameter, parameter.Find(mapping)!, folder, bound));
        whole = written[false].Aggregate(whole, (sound, parameter) => sound & Fill(options, parameter, names, folder, bound));
        ComponentSpec spec = new()
        {
            Category = component.Category,
            Kind = kind,
            Options = options,
            Place = mapping.Place,
            Schema = schema,
            Bound = bound,
            Content = ComponentSpec.ContentOf(kind, mapping.Place, bound),
            Calibrated = [.. written[false].Select(parameter => EntryOf(names, parameter)).OfType<CalibrationEntry>()],
            Defaulted = [.. written[false].Where(parameter => EntryOf(names, parameter) is null)],
        };
        return whole ? spec : null;
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

    /// <summary>Gives a parameter that the scenario leaves out its calibrated value, or leaves it at its default.</summary>
    private bool Fill(object options, ParameterDescriptor parameter, IReadOnlyList<string> names, string folder, List<BoundValue> bound)
    {
        foreach (string name in NamesFor(parameter, names))
            if (calibration?.Values.GetValueOrDefault((name, parameter.Name)) is { } value)
                return Put(options, parameter, value, folder, bound);
        return true;
    }

    private bool Put(object options, ParameterDescriptor parameter, Node node, string folder, List<BoundValue> bound)
    {
        try
        {
            if (!parameter.Put(options, node, folder, findings, out object? value))
                return false;
            bound.Add(new BoundValue(parameter, value, (node as ScalarNode)?.Text ?? node.Shown));
            return true;
        }
        catch (TargetInvocationException error)
        {
            string text = $"'{node.Place.Key}' is {node.Shown}, which the plugin refused: {error.InnerException?.Message}";
            findings.Add(DiagnosticCode.PluginThrew, node.Place, text, node.Shown, parameter.Permitted);
            return false;
        }
    }
}
