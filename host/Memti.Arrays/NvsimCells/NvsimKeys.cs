using Memti.Abstractions.Cells;
using Memti.Arrays.Cells;

namespace Memti.Arrays.NvsimCells;

/// <summary>
/// The keys of NVSim's cell files, those of SEAL-UCSB/NVSim and those that lpentecost/nvsim-merged and DESTINY add, with what becomes of
/// each.
/// </summary>
internal static class NvsimKeys
{
    public const string Type = "MemCellType";
    public const string Access = "AccessType";
    public const string Levels = "CellLevels";
    public const string DestinyLevels = "MemCellLevel";

    public static readonly IReadOnlyList<NvsimKey> Numbers =
    [
        new("CellArea", "F^2", "geometry.area_f2"),
        new("CellAspectRatio", "", "geometry.aspect_ratio"),
        new("ProcessNode", "", "geometry.node_nm"),
        new("Stitching", "", "geometry.stitch_cells"),
        new("AccessCMOSWidth", "F", "access.width_f"),
        new("VoltageDropAccessDevice", "V", "access.drop_v"),
        new("LeakageCurrentAccessDevice", "uA", "access.leakage_ua"),
        new("SRAMCellNMOSWidth", "F", "sram.nmos_width_f"),
        new("SRAMCellPMOSWidth", "F", "sram.pmos_width_f"),
        new("ResistanceOn", "ohm", "resistance.on_ohm"),
        new("ResistanceOff", "ohm", "resistance.off_ohm"),
        new("ResistanceOnAtReadVoltage", "ohm", "resistance.on_ohm"),
        new("ResistanceOffAtReadVoltage", "ohm", "resistance.off_ohm"),
        new("ResistanceOnAtSetVoltage", "ohm", "resistance.on_at_set_ohm"),
        new("ResistanceOffAtSetVoltage", "ohm", "resistance.off_at_set_ohm"),
        new("ResistanceOnAtResetVoltage", "ohm", "resistance.on_at_reset_ohm"),
        new("ResistanceOffAtResetVoltage", "ohm", "resistance.off_at_reset_ohm"),
        new("ResistanceOnAtHalfResetVoltage", "ohm", "resistance.on_at_half_reset_ohm"),
        new("CapacitanceOn", "F", "capacitance.on_ff", 15),
        new("CapacitanceOff", "F", "capacitance.off_ff", 15),
        new("ReadVoltage", "V", "read.voltage_v"),
        new("ReadCurrent", "uA", "read.current_ua"),
        new("ReadPower", "uW", "read.power_uw"),
        new("ReadEnergy", "pJ", "read.energy_pj"),
        new("MinSenseVoltage", "mV", "read.min_sense_mv"),
        new("InputFingers", "", "read.sense_fingers"),
        new("SetVoltage", "V", "set.voltage_v"),
        new("SetCurrent", "uA", "set.current_ua"),
        new("SetPulse", "ns", "set.pulse_ns"),
        new("SetEnergy", "pJ", "set.energy_pj"),
        new("ResetVoltage", "V", "reset.voltage_v"),
        new("ResetCurrent", "uA", "reset.current_ua"),
        new("ResetPulse", "ns", "reset.pulse_ns"),
        new("ResetEnergy", "pJ", "reset.energy_pj"),
    ];

    /// <summary>NVSim's words for the kinds of cells.</summary>
    public static readonly IReadOnlyDictionary<string, CellKind> Kinds = new Dictionary<string, CellKind>(StringComparer.Ordinal)
    {
        ["SRAM"] = CellKind.Sram,
        ["memristor"] = CellKind.Rram,
        ["MLCRRAM"] = CellKind.Rram,
        ["PCRAM"] = CellKind.Pcm,
        ["MRAM"] = CellKind.SttMram,
        ["FeFET"] = CellKind.Fefet,
        ["MLCFeFET"] = CellKind.Fefet,
        ["CTT"] = CellKind.Ctt,
        ["MLCCTT"] = CellKind.Ctt,
    };

    /// <summary>Words of other programs for kinds that NVSim has, which it reads as flash.</summary>
    public static readonly IReadOnlyDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["RRAM"] = "memristor",
        ["ReRAM"] = "memristor",
        ["CBRAM"] = "memristor",
        ["PCM"] = "PCRAM",
        ["PRAM"] = "PCRAM",
        ["STTRAM"] = "MRAM",
        ["STT-RAM"] = "MRAM",
        ["STT-MRAM"] = "MRAM",
        ["STTMRAM"] = "MRAM",
        ["SOT-MRAM"] = "MRAM",
    };

    /// <summary>What NVSim's words for access devices and modes become.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values =
        new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
        {
            [CellKeys.Device] = Choices("CMOS", "BJT", "diode", "None"),
            [CellKeys.ReadMode] = Choices("voltage", "current"),
            [CellKeys.SetMode] = Choices("voltage", "current"),
            [CellKeys.ResetMode] = Choices("voltage", "current"),
        };

    /// <summary>Keys with a word, and the key that it becomes.</summary>
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Access] = CellKeys.Device,
        ["ReadMode"] = CellKeys.ReadMode,
        ["SetMode"] = CellKeys.SetMode,
        ["ResetMode"] = CellKeys.ResetMode,
    };

    private static readonly string[] Ignored =
        [
            "ReadFloating", "WordlineBoostRatio", "GateOxThicknessFactor", "SOIDeviceWidth", "GateCouplingRatio", "DRAMCellCapacitance",
            "ResistanceOnAtHalfReadVoltage", "ResistanceOffAtHalfReadVoltage", "AverageIterations", "Interval", "RetentionTime",
            "Temperature", "ReadPulse"
        ];

    private static readonly string[] IgnoredFamilies = ["Flash", "Cache", "Associativity", "Soft", "Tape", "Shift", "PortDistance"];

    public static IEnumerable<string> Names =>
        [.. Numbers.Select(static key => key.Name), .. Words.Keys, Type, Levels, DestinyLevels];

    /// <summary>True for a text with the type of a cell.</summary>
    public static bool IsCell(string text) => text.Contains($"-{Type}", StringComparison.Ordinal);

    public static NvsimKey? Find(string name) => Numbers.FirstOrDefault(key => key.Name == name);

    /// <summary>True for keys of flash, DRAM, caches, domain walls, and of read and write schemes that no cell here has.</summary>
    public static bool IsIgnored(string name) =>
        Ignored.Contains(name) || IgnoredFamilies.Any(family => name.StartsWith(family, StringComparison.Ordinal));

    private static Dictionary<string, string> Choices(params string[] words) =>
        words.ToDictionary(static word => word, static word => word.ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);
}
