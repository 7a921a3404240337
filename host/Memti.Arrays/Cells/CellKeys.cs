using System.Globalization;
using Memti.Documents.Numbers;

namespace Memti.Arrays.Cells;

/// <summary>Every number that a cell file may hold, in the order in which files and listings give them.</summary>
public static class CellKeys
{
    internal const string Version = "memcell";
    internal const string Name = "name";
    internal const string Kind = "kind";
    internal const string Offers = "offers";
    internal const string Description = "description";
    internal const string Sources = "sources";
    internal const string Status = "status";
    internal const string Source = "source";
    internal const string Value = "value";
    internal const string Levels = "levels";
    internal const string Device = "access.device";
    internal const string ReadMode = "read.mode";
    internal const string SetMode = "set.mode";
    internal const string ResetMode = "reset.mode";

    /// <summary>All keys, section by section.</summary>
    public static IReadOnlyList<CellKey> All { get; } =
    [
        Of("geometry", "area", "f2", "F²", 0.1, 100_000, "Area of the cell; F is the feature size of the node"),
        Of("geometry", "aspect_ratio", "", "", 0.01, 100, "Height along the bit line over width along the word line"),
        Of("geometry", "node", "nm", "nm", 1, 1000, "Process node of the measured cell, as a record: its values are taken as they stand at every node"),
        Count("geometry", "stitch_cells", 0, 65536, "Cells between two stitches of the word line", "0"),
        Of("access", "width", "f", "F", 0.001, 1000, "Gate width of a MOS access device"),
        Of("access", "drop", "v", "V", 0, 10, "Voltage lost over the access device") with { Default = "0" },
        Of("access", "leakage", "ua", "µA", 0, 1000, "Leakage of an access device that is not selected", -6) with { Default = "0" },
        Of("sram", "nmos_width", "f", "F", 0.1, 1000, "Gate width of a pull-down transistor"),
        Of("sram", "pmos_width", "f", "F", 0.1, 1000, "Gate width of a pull-up transistor"),
        Resistance("on", "Low resistance at the read voltage"),
        Resistance("off", "High resistance at the read voltage"),
        Resistance("on_at_set", "Low resistance at the set voltage", "on_ohm"),
        Resistance("off_at_set", "High resistance at the set voltage", "off_ohm"),
        Resistance("on_at_reset", "Low resistance at the reset voltage", "on_ohm"),
        Resistance("off_at_reset", "High resistance at the reset voltage", "off_ohm"),
        Resistance("on_at_half_reset", "Low resistance at half the reset voltage, of half-selected cells in a crosspoint", "on_ohm"),
        Of("capacitance", "on", "ff", "fF", 0, 1e6, "Capacitance in the low-resistance state", -15) with { Default = "0" },
        Of("capacitance", "off", "ff", "fF", 0, 1e6, "Capacitance in the high-resistance state", -15) with { Default = "0" },
        Voltage("read", 10, "Voltage forced on the cell while it is read"),
        Current("read", "Current forced through the cell while it is read; negative for the opposite polarity"),
        Of("read", "power", "uw", "µW", 1e-9, 1e6, "Power drawn by the cell while it is read; left out, it is computed", -6),
        Of("read", "energy", "pj", "pJ", 1e-9, 1e6, "Energy of the cell per read; left out, it is computed", -12),
        Of("read", "min_sense", "mv", "mV", 0.1, 1000, "Voltage difference that the sense amplifier needs", -3) with { Default = "80" },
        Count("read", "sense_fingers", 8, 56, "Input fingers of a multi-level sense amplifier, in steps of 8", "8", 8),
        .. Pulse("set", "low"),
        .. Pulse("reset", "high"),
        Count("storage", "max_bits_per_cell", 1, 4, "Most bits that one cell stores", "1"),
        Of("storage", "endurance", "cycles", "cycles", 1, 1e18, "Programming cycles that a cell survives; leave out where writing does not wear it"),
        Of("storage", "retention", "s", "s", 1e-6, 1e12, "How long contents last without power"),
        Of("storage", "retention_voltage", "v", "V", 0.05, 5, "Supply below which a volatile cell loses its contents"),
    ];

    /// <summary>The mappings that hold the keys, in their order.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. All.Select(static key => key.Section).Distinct()];

    /// <summary>What the file may hold.</summary>
    internal static IReadOnlyList<string> Root { get; } =
        [Version, Name, Kind, Offers, Description, Sources, Status, Source, .. Sections, Levels];

    private static readonly Dictionary<string, CellKey> ByKey = All.ToDictionary(static key => key.Key, StringComparer.Ordinal);

    /// <summary>The key of a full name such as <c>read.voltage_v</c>; null when there is none.</summary>
    public static CellKey? Find(string key) => ByKey.GetValueOrDefault(key ?? throw new ArgumentNullException(nameof(key)));

    internal static IEnumerable<CellKey> Of(string section) => All.Where(key => key.Section == section);

    private static CellKey Of(
        string section, string stem, string suffix, string unit, double minimum, double maximum, string description, int exponent = 0) =>
        new(section, suffix.Length == 0 ? stem : $"{stem}_{suffix}", unit, description)
        {
            Range = new ValueRange(minimum, maximum) { Shown = $"{Brief(minimum)} to {Brief(maximum)}" },
            Exponent = exponent,
            Stem = stem,
        };

    private static CellKey Voltage(string section, double most, string description) =>
        Of(section, "voltage", "v", "V", -most, most, description) with
        {
            Range = new ValueRange(-most, most) { Shown = $"{Brief(-most)} to -0.001 or 0.001 to {Brief(most)}" },
            Smallest = 0.001,
        };

    private static CellKey Current(string section, string description) =>
        Of(section, "current", "ua", "µA", -1e5, 1e5, description, -6) with
        {
            Range = new ValueRange(-1e5, 1e5) { Shown = "-1e5 to -1e-6 or 1e-6 to 1e5" },
            Smallest = 1e-6,
        };

    private static CellKey Resistance(string stem, string description, string? fallback = null) =>
        Of("resistance", stem, "ohm", "Ω", 1, 1e15, description) with { Default = fallback };

    private static CellKey Count(string section, string name, int minimum, int maximum, string description, string fallback, int step = 1) =>
        Of(section, name, "", "", minimum, maximum, description) with { Whole = true, Step = step, Default = fallback };

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
