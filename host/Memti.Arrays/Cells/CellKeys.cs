using System.Globalization;
using Memti.Abstractions.Cells;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>Every number that a cell file may hold, in the order in which files and listings give them.</summary>
public static class CellKeys
{
    internal const string Device = "access.device";
    internal const string ReadMode = "read.mode";
    internal const string SetMode = "set.mode";
    internal const string ResetMode = "reset.mode";

    /// <summary>How reads fluctuate: numbers that no array rests on.</summary>
    internal const string Fluctuation = "read_fluctuation";

    private static readonly CellOrigin OfSection = new("the numbers of this section that have none of their own");

    /// <summary>All keys, section by section.</summary>
    public static IReadOnlyList<CellKey> All { get; } =
    [
        Of("geometry", "area", "f2", "F²", 0.1, 100_000, "Area of the cell; F is the feature size of the node"),
        Of("geometry", "aspect_ratio", "", "", 0.01, 100, "Height along the bit line over width along the word line"),
        Of(
            "geometry",
            "node",
            "nm",
            "nm",
            1,
            1000,
            "Process node of the measured cell, as a record: its values are taken as they stand at every node"),
        Count("geometry", "stitch_cells", 0, 65536, "Cells between two stitches of the word line", "0"),
        Of("access", "width", "f", "F", 0.001, 1000, "Gate width of a MOS access device"),
        Of("access", "drop", "v", "V", 0, 10, "Voltage lost over the access device", usual: "0"),
        Of("access", "leakage", "ua", "µA", 0, 1000, "Leakage of an access device that is not selected", -6, usual: "0"),
        Of("sram", "nmos_width", "f", "F", 0.1, 1000, "Gate width of a pull-down transistor"),
        Of("sram", "pmos_width", "f", "F", 0.1, 1000, "Gate width of a pull-up transistor"),
        Resistance("on", "Low resistance at the read voltage"),
        Resistance("off", "High resistance at the read voltage"),
        Resistance("on_at_set", "Low resistance at the set voltage", "on_ohm"),
        Resistance("off_at_set", "High resistance at the set voltage", "off_ohm"),
        Resistance("on_at_reset", "Low resistance at the reset voltage", "on_ohm"),
        Resistance("off_at_reset", "High resistance at the reset voltage", "off_ohm"),
        Resistance("on_at_half_reset", "Low resistance at half the reset voltage, of half-selected cells in a crosspoint", "on_ohm"),
        Of("capacitance", "on", "ff", "fF", 0, 1e6, "Capacitance in the low-resistance state", -15, usual: "0"),
        Of("capacitance", "off", "ff", "fF", 0, 1e6, "Capacitance in the high-resistance state", -15, usual: "0"),
        Voltage("read", 10, "Voltage forced on the cell while it is read"),
        Current("read", "Current forced through the cell while it is read; negative for the opposite polarity"),
        Of("read", "power", "uw", "µW", 1e-9, 1e6, "Power drawn by the cell while it is read; left out, it is computed", -6),
        Of("read", "energy", "pj", "pJ", 1e-9, 1e6, "Energy of the cell per read; left out, it is computed", -12),
        Of("read", "min_sense", "mv", "mV", 0.1, 1000, "Voltage difference that the sense amplifier needs", -3, usual: "80"),
        Count("read", "sense_fingers", 8, 56, "Input fingers of a multi-level sense amplifier, in steps of 8", "8", 8),
        .. Pulse("set", "low"),
        .. Pulse("reset", "high"),
        Count("storage", "max_bits_per_cell", 1, 4, "Most bits that one cell stores", "1"),
        Of(
            "storage",
            "endurance",
            "cycles",
            "cycles",
            1,
            1e18,
            "Programming cycles that a cell survives; leave out where writing does not wear it"),
        Of("storage", "retention", "s", "s", 1e-6, 1e12, "How long contents last without power"),
        Of("storage", "retention_voltage", "v", "V", 0.05, 5, "Supply below which a volatile cell loses its contents"),
        Count(Fluctuation, "states", 2, 16, "States between which a cell fluctuates, equally probable and equally far apart", "2"),
        Of(
            Fluctuation,
            "amplitude",
            "",
            "",
            1e-6,
            10,
            "Standard deviation of one read at read level 1, over the largest level"),
        Of(
            Fluctuation,
            "dwell",
            "ns",
            "ns",
            0.001,
            1e18,
            "Mean time after which a state is drawn anew; left out, reads do not correlate",
            -9),
        Of(Fluctuation, "exponent", "", "", 0.01, 2, "The amplitude falls with the read level to this power", usual: "0.5"),
    ];

    /// <summary>The mappings that hold the keys, in their order.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. All.Select(static key => key.Section).Distinct()];

    /// <summary>The words beside the numbers, by their full keys.</summary>
    internal static IReadOnlyDictionary<string, DocumentKey> Words { get; } = new Dictionary<string, DocumentKey>(StringComparer.Ordinal)
    {
        [Device] = new DocumentKey<AccessDevice?>("device", "What connects the cell to its bit line"),
        [ReadMode] = Mode(),
        [SetMode] = Mode(),
        [ResetMode] = Mode(),
    };

    internal static DocumentKey<Node?> Version { get; } = VersionedDocument.KeyOf("memcell");

    internal static DocumentKey<string?> Name { get; } =
        new("name", "Name by which scenarios and commands know the cell", CellName.Type) { Required = "the name of the cell" };

    internal static DocumentKey<CellKind?> Kind { get; } =
        new("kind", "The physics of the cell") { Required = string.Join(", ", CellWords.Kinds) };

    internal static DocumentKey<string?> Offers { get; } =
        new("offers", "Memory kind whose default cell this is, and which scenarios may then name", new KindNameType());

    internal static DocumentKey<string?> Description { get; } = new("description", "What the cell is");

    internal static DocumentKey<Section?> Sources { get; } =
        new("sources", "Sources by a short name", new MapType(new DocumentKey<string?>("", "The source in full")));

    /// <summary>What is known of numbers; a section or a number may say the same.</summary>
    internal static CellOrigin Origin { get; } = new("all numbers that have none nearer");

    internal static DocumentKey<IReadOnlyList<Section>?> Levels { get; } =
        new("levels", "Level distributions, one for each number of bits", LevelsReader.Form);

    /// <summary>What the file may hold.</summary>
    internal static KeySection Root { get; } =
        new([Version, Name, Kind, Offers, Description, Sources, Origin.Status, Origin.Source, .. Sections.Select(SectionKey), Levels]);

    private static readonly Dictionary<string, CellKey> ByKey = All.ToDictionary(static key => key.Key, StringComparer.Ordinal);

    /// <summary>The key of a full name such as <c>read.voltage_v</c>; null when there is none.</summary>
    public static CellKey? Find(string key) => ByKey.GetValueOrDefault(key ?? throw new ArgumentNullException(nameof(key)));

    internal static IEnumerable<CellKey> Of(string section) => All.Where(key => key.Section == section);

    /// <summary>The keys of a section: what is known of its numbers, its word where it has one, and the numbers.</summary>
    internal static KeySection KeysOf(string section) =>
        new([OfSection.Status, OfSection.Source, .. WordsOf(section), .. Of(section)]);

    private static IEnumerable<DocumentKey> WordsOf(string section) =>
        Words.Where(word => word.Key == $"{section}.{word.Value.Name}").Select(static word => word.Value);

    private static DocumentKey<Section?> SectionKey(string section) =>
        new(section, $"Numbers of the cell: {section}", new SectionType(KeysOf(section)));

    private static DocumentKey<ElectricalMode?> Mode() => new("mode", "Whether a voltage or a current is forced or sensed");

    private static CellKey Of(
        string section,
        string stem,
        string suffix,
        string unit,
        double minimum,
        double maximum,
        string description,
        int exponent = 0,
        string? usual = null)
    {
        ValueRange range = new(minimum, maximum) { Shown = $"{Brief(minimum)} to {Brief(maximum)}" };
        return new CellKey(section, stem, suffix, description, new CellNumberType(unit) { Range = range })
        {
            Exponent = exponent,
            DefaultWords = usual,
        };
    }

    private static CellKey Voltage(string section, double most, string description)
    {
        ValueRange range = new(-most, most) { Shown = $"{Brief(-most)} to -0.001 or 0.001 to {Brief(most)}" };
        return new CellKey(section, "voltage", "v", description, new CellNumberType("V") { Range = range, Smallest = 0.001 });
    }

    private static CellKey Current(string section, string description)
    {
        ValueRange range = new(-1e5, 1e5) { Shown = "-1e5 to -1e-6 or 1e-6 to 1e5" };
        return new CellKey(section, "current", "ua", description, new CellNumberType("µA") { Range = range, Smallest = 1e-6 })
        {
            Exponent = -6,
        };
    }

    private static CellKey Resistance(string stem, string description, string? usual = null) =>
        Of("resistance", stem, "ohm", "Ω", 1, 1e15, description, usual: usual);

    private static CellKey Count(string section, string name, int minimum, int maximum, string description, string usual, int step = 1)
    {
        ValueRange range = new(minimum, maximum) { Shown = $"{Brief(minimum)} to {Brief(maximum)}" };
        return new CellKey(section, name, "", description, new CellNumberType("") { Range = range, Whole = true, Step = step })
        {
            DefaultWords = usual,
        };
    }

    private static CellKey[] Pulse(string section, string state) =>
    [
        Voltage(section, 20, $"Voltage of the pulse towards {state} resistance; negative for the opposite polarity"),
        Current(section, "Current of the pulse; negative for the opposite polarity"),
        Of(section, "pulse", "ns", "ns", 0.001, 1e12, "Width of the pulse", -9),
        Of(section, "energy", "pj", "pJ", 1e-9, 1e12, "Energy in the cell per pulse; left out, it is computed", -12),
    ];

    private static string Brief(double value) =>
        value.ToString(Math.Abs(value) is >= 1e5 or (> 0 and < 1e-3) ? "0.###e0" : "R", CultureInfo.InvariantCulture);
}
