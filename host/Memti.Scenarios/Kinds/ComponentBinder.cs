using System.Reflection;
using Memti.Abstractions;

namespace Memti.Scenarios;

/// <summary>Fills the options of a component from its mapping.</summary>
internal sealed class ComponentBinder(KindSchemas kinds, Calibration? calibration, IReadOnlyDictionary<string, string> changes, FindingList findings)
{
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
        new Section(mapping, findings).RefuseOthers([.. schema.Keys, .. hostKeys]);
        object options = schema.NewOptions();
        ILookup<bool, ParameterDescriptor> written = schema.Parameters.ToLookup(parameter => mapping.Find(parameter.Key) is { IsNull: false });
        bool whole = written[true].Aggregate(true, (sound, parameter) => sound & Put(options, parameter, mapping.Find(parameter.Key)!));
        whole = written[false].Aggregate(whole, (sound, parameter) => sound & Fill(options, parameter, mapping.Place, kind));
        ComponentSpec spec = new()
        {
            Category = category,
            Kind = kind,
            Options = options,
            Place = mapping.Place,
            Calibrated = [.. written[false].Select(parameter => EntryOf(kind, parameter)).OfType<CalibrationEntry>()],
            Defaulted = [.. written[false].Where(parameter => EntryOf(kind, parameter) is null)],
        };
        return whole ? spec : null;
    }

    private CalibrationEntry? EntryOf(string kind, ParameterDescriptor parameter) =>
        calibration?.Entries.FirstOrDefault(entry => entry.Kind == kind && entry.Key == parameter.Key);

    /// <summary>Gives a parameter that the scenario leaves out its changed or calibrated value, or leaves it at its default.</summary>
    private bool Fill(object options, ParameterDescriptor parameter, SourcePlace place, string kind)
    {
        if (changes.TryGetValue($"{kind}.{parameter.Key}", out string? changed))
            return Put(options, parameter, new ScalarNode(place.Below(parameter.Key), changed, plain: true));
        return calibration?.Values.GetValueOrDefault((kind, parameter.Key)) is not { } value || Put(options, parameter, value);
    }

    private bool Put(object options, ParameterDescriptor parameter, Node node)
    {
        if (!parameter.TryRead(node, findings, out object? value))
            return false;
        try
        {
            parameter.Set(options, value);
            return true;
        }
        catch (TargetInvocationException trouble)
        {
            string text = $"'{node.Place.Key}' is {node.Shown}, which the plugin refused: {trouble.InnerException?.Message}";
            findings.Add(DiagnosticCode.PluginThrew, node.Place, text, node.Shown, parameter.Permitted);
            return false;
        }
    }
}
