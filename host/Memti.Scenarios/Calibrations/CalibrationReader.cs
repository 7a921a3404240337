using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Calibrations;

/// <summary>Reads a calibration file and checks each value against the keys of its kind.</summary>
internal sealed class CalibrationReader(KindSchemas kinds, FindingList findings)
{
    private const string Version = "memti_calibration";
    private static readonly string[] RootKeys = [Version, "name", "description", "values"];
    private static readonly string[] EntryKeys = ["value", "status", "source", "fitted_to", "moves"];
    private static readonly string[] StatusWords = [.. StatusWord.All];

    private readonly List<CalibrationEntry> _entries = [];
    private readonly Dictionary<(string Kind, string Key), Node> _values = [];

    /// <summary>The calibration; null, with findings, when the file cannot be used.</summary>
    /// <param name="path">The file to open.</param>
    /// <param name="named">Where the scenario names it.</param>
    public Calibration? Read(string path, Node named)
    {
        SourceFile? file = SourceFile.Read(path, out string trouble);
        if (file is null)
        {
            findings.Add(DiagnosticCode.BadCalibration, named.Place, $"calibration file '{path}' cannot be read: {trouble}.", named.Shown);
            return null;
        }

        DocumentOrigin origin = new(path) { SyntaxCode = DiagnosticCode.BadCalibration, EmptyCode = DiagnosticCode.BadCalibration };
        Node? root = YamlDocument.Read(file.Text, origin, findings);
        if (root is null || Section.Of(root, findings) is not { } section || !IsVersionOne(section))
            return null;
        section.RefuseOthers(RootKeys);
        ReadValues(section);
        return new Calibration(section.Text("name") ?? Path.GetFileName(path), path, file.Sha256, _entries, _values);
    }

    private bool IsVersionOne(Section section)
    {
        Node? version = section.Require(Version, "1");
        if (version is null or ScalarNode { Text: "1" })
            return version is not null;
        findings.Add(DiagnosticCode.BadCalibration, version.Place, $"'{Version}' is {version.Shown}; permitted: 1.", version.Shown, "1");
        return false;
    }

    private void ReadValues(Section section)
    {
        if (section.Require("values", "a mapping of kind.key to values") is null || section.Mapping("values") is not { } values)
            return;
        foreach (MappingEntry entry in values.Node.Entries.Where(static entry => !entry.Value.IsNull))
            if (Section.Of(entry.Value, findings) is { } fields)
                ReadEntry(entry, fields);
    }

    private void ReadEntry(MappingEntry entry, Section fields)
    {
        fields.RefuseOthers(EntryKeys);
        int dot = entry.Key.IndexOf('.', StringComparison.Ordinal);
        (string kind, string key) = dot < 0 ? (entry.Key, "") : (entry.Key[..dot], entry.Key[(dot + 1)..]);
        Node? value = fields.Require("value", "the value of the key");
        bool fits = Check(entry, kind, ref key, value);
        fields.Require("status", string.Join(", ", StatusWords));
        int? status = fields.Word("status", StatusWords);
        fields.Require("source", "where the value comes from");
        if (fields.Text("source") is not { } source || value is null || status is null || !fits)
            return;
        _values[(kind, key)] = value;
        _entries.Add(new CalibrationEntry
        {
            Kind = kind,
            Key = key,
            Value = value.Shown,
            Status = (NumberStatus)status.Value,
            Source = source,
            FittedTo = Texts(fields, "fitted_to"),
            Moves = Texts(fields, "moves"),
            Place = value.Place,
        });
    }

    /// <summary>Whether an entry is about a key of its kind and has a value of it; a former key becomes the key of today.</summary>
    private bool Check(MappingEntry entry, string kind, ref string key, Node? value)
    {
        string written = key;
        List<OptionsSchema> schemas = SchemasOf(kind, entry.Place);
        IReadOnlyList<ParameterDescriptor> parameters = [.. schemas.Select(schema => schema.Find(written)).OfType<ParameterDescriptor>()];
        if (parameters.Count > 0 && parameters[0].Key != written)
            findings.FormerSpelling(entry.Place, entry.Key, $"{kind}.{key = parameters[0].Key}");
        if (!kinds.Contracts.Any(category => kinds.Knows(category, kind)))
            findings.UnknownWord(DiagnosticCode.UnknownKind, entry.Place, kind, "no loaded plugin offers that kind", AllKinds());
        else if (schemas.Count > 0 && parameters.Count == 0)
            findings.UnknownKey(entry with { Key = written }, schemas.SelectMany(static schema => schema.Keys));
        return value is not null && parameters.Count > 0 && parameters.All(parameter => parameter.TryRead(value, findings, out _));
    }

    private List<OptionsSchema> SchemasOf(string kind, SourceLocation place) =>
        [.. kinds.Contracts.Select(category => kinds.Find(category, kind, place, findings)).OfType<OptionsSchema>()];

    private List<string> AllKinds() => [.. kinds.Contracts.SelectMany(kinds.Kinds).Distinct()];

    private List<string> Texts(Section fields, string key)
    {
        List<string> texts = [];
        foreach (Node item in fields.List(key) ?? [])
            if (NodeValue.TryReadText(item, findings, out string? text))
                texts.Add(text);
        return texts;
    }
}
