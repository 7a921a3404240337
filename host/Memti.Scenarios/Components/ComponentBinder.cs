using System.Reflection;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Calibrations;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Components;

/// <summary>Fills the options of a component from its mapping.</summary>
public sealed class ComponentBinder(KindSchemas kinds, Calibration? calibration, FindingList findings)
{
    private const string CellKey = "cell";

    /// <summary>Binds a component; null, with findings, when it cannot be used.</summary>
    /// <param name="mapping">The component's keys.</param>
    /// <param name="category">Where its kind is looked up.</param>
    /// <param name="hostKeys">Keys of the mapping that the host reads itself; the first one names the kind.</param>
    /// <param name="fallback">The kind when none is named; null when it must be.</param>
    public ComponentSpec? Bind(MappingNode mapping, KindCategory category, IReadOnlyList<string> hostKeys, string? fallback = null)
    {
        if (ReadKind(new Section(mapping, findings), category, hostKeys[0], fallback) is not { } kind)
            return null;
        if (!kinds.Knows(category, kind.Text))
            findings.UnknownWord(DiagnosticCode.UnknownKind, kind.Place, kind.Shown, "no loaded plugin offers that kind", kinds.Kinds(category));
        OptionsSchema? schema = kinds.Find(category, kind.Text, kind.Place, findings);
        return schema is null ? null : Bind(mapping, category, kind.Text, schema, hostKeys);
    }

    private ScalarNode? ReadKind(Section section, KindCategory category, string kindKey, string? fallback)
    {
        string permitted = string.Join(", ", kinds.Kinds(category));
        if (fallback is not null && section.Find(kindKey) is null)
            return new ScalarNode(section.Node.Place.Below(kindKey), fallback, plain: true);
        Node? value = section.Require(kindKey, permitted);
        if (value is not null and not ScalarNode)
            findings.WrongType(value, permitted);
        return value as ScalarNode;
    }

    private ComponentSpec? Bind(MappingNode mapping, KindCategory category, string kind, OptionsSchema schema, IReadOnlyList<string> hostKeys)
    {
        RefuseOthers(mapping, schema, hostKeys);
        object options = schema.NewOptions();
        IReadOnlyList<string> names = kinds.NamesOf(category, kind);
        ILookup<bool, ParameterDescriptor> written = schema.Parameters.ToLookup(parameter => Written(mapping, parameter) is not null);
        List<BoundValue> bound = [];
        bool whole = written[true].Aggregate(true, (sound, parameter) => sound & Put(options, parameter, Written(mapping, parameter)!, bound));
        whole = written[false].Aggregate(whole, (sound, parameter) => sound & Fill(options, parameter, names, bound));
        ComponentSpec spec = new()
        {
            Category = category,
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

    private void RefuseOthers(MappingNode mapping, OptionsSchema schema, IReadOnlyList<string> hostKeys)
    {
        string[] known = [.. schema.Keys, .. hostKeys];
        foreach (MappingEntry entry in mapping.Entries.Where(entry => !known.Contains(entry.Key)))
            if (schema.Find(entry.Key) is not { } parameter || mapping.Find(parameter.Key) is { IsNull: false })
                findings.UnknownKey(entry, known);
            else
                findings.FormerSpelling(entry.Place, entry.Key, parameter.Key);
    }

    /// <summary>What the scenario says of a parameter, under its key or a former one; null where it says nothing.</summary>
    private static Node? Written(MappingNode mapping, ParameterDescriptor parameter) =>
        parameter.FormerKeys.Prepend(parameter.Key).Select(mapping.Find).FirstOrDefault(static node => node is { IsNull: false });

    /// <summary>What a calibration says of a technology holds for each kind of it, but for which cell it is: a kind that a cell file offers is that cell.</summary>
    private static IEnumerable<string> NamesFor(ParameterDescriptor parameter, IReadOnlyList<string> names) => parameter.Key == CellKey ? names.Take(1) : names;

    private CalibrationEntry? EntryOf(IReadOnlyList<string> names, ParameterDescriptor parameter) =>
        NamesFor(parameter, names).Select(name => calibration?.Entries.FirstOrDefault(entry => entry.Kind == name && entry.Key == parameter.Key)).FirstOrDefault(static entry => entry is not null);

    /// <summary>Gives a parameter that the scenario leaves out its calibrated value, or leaves it at its default.</summary>
    private bool Fill(object options, ParameterDescriptor parameter, IReadOnlyList<string> names, List<BoundValue> bound)
    {
        foreach (string name in NamesFor(parameter, names))
            if (calibration?.Values.GetValueOrDefault((name, parameter.Key)) is { } value)
                return Put(options, parameter, value, bound);
        return true;
    }

    private bool Put(object options, ParameterDescriptor parameter, Node node, List<BoundValue> bound)
    {
        if (!parameter.TryRead(node, findings, out object? value))
            return false;
        try
        {
            parameter.Set(options, value);
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
