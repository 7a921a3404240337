using Memti.Abstractions.Parameters;
using Memti.Abstractions.Plugins;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Scenarios.Codes;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Calibrations;

/// <summary>Reads a calibration file and checks each value against the keys of its kind.</summary>
internal sealed class CalibrationReader(KindSchemas kinds, FindingList findings)
{
    private const string TwoNumbers = "a list of two numbers, the lesser first";

    private static readonly DocumentKey<Node?> Version = VersionedDocument.KeyOf("memti_calibration");
    private static readonly DocumentKey<string?> Name = new("name", "Name of the calibration") { DefaultWords = "the name of the file" };
    private static readonly DocumentKey<string?> Description = new("description", "What the calibration is");

    private static readonly DocumentKey<Node?> Value =
        new("value", "The value of the key", new FixedType(static () => [])) { Required = "the value of the key" };

    private static readonly DocumentKey<NumberStatus?> Status =
        new("status", "How well the value is known") { Required = string.Join(", ", StatusWord.All) };
    private static readonly DocumentKey<string?> Source =
        new("source", "Where the value comes from") { Required = "where the value comes from" };
    private static readonly DocumentKey<IReadOnlyList<double>?> Range = new(
        "range",
        "The range in which the source leaves the value, from its low to its high end; memti sweep --uncertainty draws from it",
        new ListType<double>(new DocumentKey<double>("", "An end"), 2, 2) { Shape = TwoNumbers, CountIsShape = true, AllOrNothing = true });

    private static readonly DocumentKey<IReadOnlyList<string>?> FittedTo =
        Texts("fitted_to", "Published figures that the value was chosen to meet");
    private static readonly DocumentKey<IReadOnlyList<string>?> Moves = Texts("moves", "Results that move with the value");

    private static readonly DocumentKey<Section?> Entry =
        new("", "A default with what is known of it", new SectionType(new KeySection(Value, Status, Source, Range, FittedTo, Moves)));

    private static readonly DocumentKey<Section?> Values =
        new("values", "Defaults by kind and key", new MapType(Entry)) { Required = "a mapping of kind.key to values" };

    private static readonly KeySection Root = new(Version, Name, Description, Values);

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
            findings.Add(ScenarioCodes.BadCalibration, named.Place, $"calibration file '{path}' cannot be read: {trouble}.", named.Shown);
            return null;
        }

        DocumentOrigin origin = new(path) { SyntaxCode = ScenarioCodes.BadCalibration, EmptyCode = ScenarioCodes.BadCalibration };
        Node? root = YamlDocument.Read(file.Text, origin, findings);
        if (root is null || Section.Of(root, findings) is not { } section)
            return null;
        if (!VersionedDocument.IsOfThisVersion(section, Version, ScenarioCodes.BadCalibration))
            return null;
        Root.RefuseOthers(section);
        ReadValues(section);
        return new Calibration(Name.Read(section) ?? Path.GetFileName(path), path, file.Sha256, _entries, _values);
    }

    private void ReadValues(Section section)
    {
        foreach (MappingEntry entry in Values.Read(section)?.Node.Entries.Where(static entry => !entry.Value.IsNull) ?? [])
            if (Entry.TryRead(entry.Value, findings, out object? fields))
                ReadEntry(entry, (Section)fields!);
    }

    private void ReadEntry(MappingEntry entry, Section fields)
    {
        int dot = entry.Key.IndexOf('.', StringComparison.Ordinal);
        (string kind, string key) = dot < 0 ? (entry.Key, "") : (entry.Key[..dot], entry.Key[(dot + 1)..]);
        Node? value = Value.Read(fields);
        bool fits = Check(entry, kind, ref key, value);
        NumberStatus? status = Status.Read(fields);
        if (Source.Read(fields) is not { } source || value is null || status is null || !fits)
            return;
        _values[(kind, key)] = value;
        _entries.Add(new CalibrationEntry
        {
            Kind = kind,
            Key = key,
            Value = value.Shown,
            Status = status.Value,
            Source = source,
            Stated = StatedOf(fields, value),
            FittedTo = FittedTo.Read(fields) ?? [],
            Moves = Moves.Read(fields) ?? [],
            Place = value.Place,
        });
    }

    /// <summary>The range of a number, which holds its value.</summary>
    private static ValueRange? StatedOf(Section fields, Node value)
    {
        if (Range.Read(fields) is not [var low, var high])
            return null;
        ValueRange range = new(low, high);
        bool isNumber = value is ScalarNode { Plain: true } scalar && DecimalNumber.TryParse(scalar.Text, out DecimalNumber number)
            && range.Holds(number.ToDouble());
        if (isNumber && low < high)
            return range;
        fields.Findings.OutOfRange(Range.Find(fields.Node)!, TwoNumbers + ", with the value between them");
        return null;
    }

    /// <summary>Whether an entry is about a key of its kind and has a value of it; a former key becomes the key of today.</summary>
    private bool Check(MappingEntry entry, string kind, ref string key, Node? value)
    {
        string written = key;
        List<OptionsSchema> schemas = SchemasOf(kind, entry.Place);
        IReadOnlyList<ParameterDescriptor> parameters = [.. schemas.Select(schema => schema.Find(written)).OfType<ParameterDescriptor>()];
        if (parameters.Count > 0 && parameters[0].Name != written)
            findings.FormerSpelling(entry.Place, entry.Key, $"{kind}.{key = parameters[0].Name}");
        if (!PluginContract.All.Any(category => kinds.Knows(category, kind)))
            findings.UnknownWord(ScenarioCodes.UnknownKind, entry.Place, kind, "no loaded plugin offers that kind", AllKinds());
        else if (schemas.Count > 0 && parameters.Count == 0)
            findings.UnknownKey(entry with { Key = written }, schemas.SelectMany(static schema => schema.Keys));
        return value is not null && parameters.Count > 0 && parameters.All(parameter => parameter.TryRead(value, findings, out _));
    }

    private List<OptionsSchema> SchemasOf(string kind, SourceLocation place) =>
        [.. kinds.Contracts.Select(category => kinds.Find(category, kind, place, findings)).OfType<OptionsSchema>()];

    private List<string> AllKinds() => [.. kinds.Contracts.SelectMany(kinds.Kinds).Distinct()];

    private static DocumentKey<IReadOnlyList<string>?> Texts(string name, string description) =>
        new(name, description, new ListType<string>(new DocumentKey<string>("", ""), 0, DocumentLimits.Values));
}
