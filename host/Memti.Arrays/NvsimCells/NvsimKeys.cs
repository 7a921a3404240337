using Memti.Abstractions.Cells;
using Memti.Arrays.Cells;

namespace Memti.Arrays.NvsimCells;

/// <summary>
/// The keys of NVSim's cell files, those of SEAL-UCSB/NVSim and those that lpentecost/nvsim-merged adds, with what becomes of each.
/// </summary>
internal static class NvsimKeys
{
    public const string Type = "MemCellType";
    public const string Access = "AccessType";
    public const string Levels = "CellLevels";

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
            "ResistanceOnAtHalfReadVoltage", "ResistanceOffAtHalfReadVoltage"
        ];

    private static readonly string[] IgnoredFamilies = ["Flash", "Cache", "Associativity"];

    public static IEnumerable<string> Names => Numbers.Select(static key => key.Name).Concat(Words.Keys).Append(Type).Append(Levels);

    public static NvsimKey? Find(string name) => Numbers.FirstOrDefault(key => key.Name == name);

    /// <summary>True for keys of flash, DRAM, caches and read schemes that no cell here has.</summary>
    public static bool IsIgnored(string name) =>
        Ignored.Contains(name) || IgnoredFamilies.Any(family => name.StartsWith(family, StringComparison.Ordinal));
}
