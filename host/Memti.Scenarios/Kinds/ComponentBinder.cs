using System.Reflection;
using Memti.Abstractions;

namespace Memti.Scenarios;

/// <summary>Fills the options of a component from its mapping.</summary>
internal sealed class ComponentBinder(KindSchemas kinds, Calibration? calibration, FindingList findings)
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
        List<CalibrationEntry> calibrated = [];
        bool whole = true;
        foreach (ParameterDescriptor parameter in schema.Parameters)
            whole &= Fill(options, parameter, mapping, kind, calibrated);
        ComponentSpec spec = new() { Category = category, Kind = kind, Options = options, Place = mapping.Place, Calibrated = calibrated };
        return whole ? spec : null;
    }

    private bool Fill(object options, ParameterDescriptor parameter, MappingNode mapping, string kind, List<CalibrationEntry> calibrated)
    {
        if (mapping.Find(parameter.Key) is { IsNull: false } written)
            return Put(options, parameter, written);
        if (calibration?.Values.GetValueOrDefault((kind, parameter.Key)) is not { } value)
            return true;
        calibrated.Add(calibration.Entries.First(entry => entry.Kind == kind && entry.Key == parameter.Key));
        return Put(options, parameter, value);
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
