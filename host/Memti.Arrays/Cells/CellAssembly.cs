using Memti.Abstractions.Cells;

namespace Memti.Arrays.Cells;

/// <summary>Makes a cell of a draft in which all rules hold.</summary>
internal static class CellAssembly
{
    public static MemoryCell Assemble(CellDraft draft, string name, string description, IReadOnlyList<LevelTable> levels) =>
        WithSensing(draft, new MemoryCell
        {
            Name = name,
            Kind = draft.Kind,
            Description = description,
            AreaF2 = Number(draft, "geometry.area_f2"),
            AspectRatio = Number(draft, "geometry.aspect_ratio"),
            NodeNanometres = draft.Find("geometry.node_nm")?.Number.ToDouble(),
            StitchCells = (int)Number(draft, "geometry.stitch_cells"),
            Access = draft.Device ?? AccessDevice.Cmos,
            AccessWidthF = Number(draft, "access.width_f"),
            AccessDropVolts = Number(draft, "access.drop_v"),
            AccessLeakageAmperes = Number(draft, "access.leakage_ua"),
            SramNmosWidthF = Number(draft, "sram.nmos_width_f"),
            SramPmosWidthF = Number(draft, "sram.pmos_width_f"),
            OnOhms = Number(draft, "resistance.on_ohm"),
            OffOhms = Number(draft, "resistance.off_ohm"),
            OnAtSetOhms = draft.Si("resistance.on_at_set_ohm"),
            OffAtSetOhms = draft.Si("resistance.off_at_set_ohm"),
            OnAtResetOhms = draft.Si("resistance.on_at_reset_ohm"),
            OffAtResetOhms = draft.Si("resistance.off_at_reset_ohm"),
            OnAtHalfResetOhms = draft.Si("resistance.on_at_half_reset_ohm"),
            OnFarads = Number(draft, "capacitance.on_ff"),
            OffFarads = Number(draft, "capacitance.off_ff"),
            Set = Pulse(draft, "set"),
            Reset = Pulse(draft, "reset"),
            MaximumBitsPerCell = (int)(draft.Si("storage.max_bits_per_cell") ?? 1),
            EnduranceCycles = draft.Si("storage.endurance_cycles"),
            RetentionSeconds = draft.Si("storage.retention_s"),
            RetentionVolts = draft.Si("storage.retention_voltage_v"),
            Levels = levels,
            Fluctuation = Fluctuation(draft),
            // No array rests on how reads fluctuate, and so no figure is known less well for it.
            Numbers = [.. draft.Entries.Where(static entry => !IsFluctuation(entry)).Select(static entry => entry.ToNumber())],
        });

    private static MemoryCell WithSensing(CellDraft draft, MemoryCell cell) => cell with
    {
        ReadMode = draft.Mode(CellKeys.ReadMode) ?? ElectricalMode.Voltage,
        ReadVolts = draft.Si("read.voltage_v"),
        ReadAmperes = draft.Si("read.current_ua"),
        ReadWatts = draft.Si("read.power_uw"),
        ReadJoules = draft.Si("read.energy_pj"),
        MinimumSenseVolts = draft.Si("read.min_sense_mv") ?? cell.MinimumSenseVolts,
        SenseFingers = (int)(draft.Si("read.sense_fingers") ?? cell.SenseFingers),
    };

    private static WritePulse? Pulse(CellDraft draft, string section) =>
        draft.Si($"{section}.pulse_ns") is not { } seconds ? null : new WritePulse
        {
            Mode = draft.Mode($"{section}.mode") ?? ElectricalMode.Voltage,
            Volts = draft.Si($"{section}.voltage_v"),
            Amperes = draft.Si($"{section}.current_ua"),
            Seconds = seconds,
            Joules = draft.Si($"{section}.energy_pj"),
        };

    private static ReadFluctuation? Fluctuation(CellDraft draft) =>
        draft.Si($"{CellKeys.Fluctuation}.amplitude") is not { } amplitude ? null : new ReadFluctuation
        {
            Amplitude = amplitude,
            States = (int)(draft.Si($"{CellKeys.Fluctuation}.states") ?? 2),
            DwellSeconds = draft.Si($"{CellKeys.Fluctuation}.dwell_ns"),
            Exponent = draft.Si($"{CellKeys.Fluctuation}.exponent") ?? 0.5,
            Numbers = [.. draft.Entries.Where(IsFluctuation).Select(static entry => entry.ToNumber())],
        };

    private static bool IsFluctuation(CellEntry entry) => entry.Key.Section == CellKeys.Fluctuation;

    private static double Number(CellDraft draft, string key) => draft.Si(key) ?? 0;
}
