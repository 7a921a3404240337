using Memti.Abstractions.Cells;
using Memti.Arrays.Codes;
using Memti.Documents.Nodes;

namespace Memti.Arrays.Cells;

/// <summary>
/// What must hold between the numbers of a cell: the keys of its kind, the quantity of each mode, the order of its resistances.
/// </summary>
internal sealed class CellRules(CellDraft draft, FindingList findings)
{
    private static readonly string[] OfEvery = ["geometry.area_f2", "geometry.aspect_ratio", CellKeys.Device];
    private static readonly string[] OfSram = ["sram.nmos_width_f", "sram.pmos_width_f"];
    private static readonly string[] OfResistive = [
        "resistance.on_ohm", "resistance.off_ohm", CellKeys.ReadMode, CellKeys.SetMode, "set.pulse_ns", CellKeys.ResetMode,
        "reset.pulse_ns"
    ];
    private static readonly string[] NotOfSram =
        [
            "resistance", "capacitance", "set", "reset", "read.current_ua", "read.power_uw", "read.energy_pj", "read.sense_fingers",
            "storage.max_bits_per_cell", "storage.endurance_cycles", "storage.retention_s", CellKeys.Fluctuation
        ];
    private const string Amplitude = CellKeys.Fluctuation + ".amplitude";
    private static readonly string[] NotOfResistive = ["sram", "storage.retention_voltage_v"];

    private bool IsSram => draft.Kind == CellKind.Sram;

    public void Check(Node? levelsNode, IReadOnlyList<LevelTable> levels)
    {
        RequireKeys();
        RefuseKeys();
        CheckAccess();
        if (!IsSram)
        {
            CheckRead();
            CheckPulse("set");
            CheckPulse("reset");
            CheckResistances();
        }

        if (draft.Has(CellKeys.Fluctuation) && !draft.Has(Amplitude))
        {
            (MappingNode mapping, string name) = draft.PlaceFor(Amplitude);
            findings.Missing(mapping, name, Permitted(Amplitude));
        }

        CheckLevels(levelsNode, levels);
    }

    private void RequireKeys()
    {
        foreach (string key in OfEvery.Concat(IsSram ? OfSram : OfResistive).Where(key => !draft.Has(key)))
        {
            (MappingNode mapping, string name) = draft.PlaceFor(key);
            findings.Missing(mapping, name, Permitted(key));
        }
    }

    private static string Permitted(string key) => (CellKeys.Words.GetValueOrDefault(key) ?? CellKeys.Find(key)!).Permitted;

    private void RefuseKeys()
    {
        foreach (string key in IsSram ? NotOfSram : NotOfResistive)
            if (draft.NodeOf(key) is { } node)
                Refuse(node, node.Shown, $"leave it out: a cell of kind {CellWords.Of(draft.Kind)} has no such thing");
    }

    private void CheckAccess()
    {
        if (draft.Device == AccessDevice.Cmos && !draft.Has("access.width_f"))
        {
            (MappingNode mapping, string name) = draft.PlaceFor("access.width_f");
            findings.Missing(mapping, name, Permitted("access.width_f"));
        }

        if (draft.Device is not null and not AccessDevice.Cmos && draft.NodeOf("access.width_f") is { } width)
            Refuse(
                width,
                width.Shown,
                $"leave it out: only a cmos device has a gate, and '{CellKeys.Device}' is {CellWords.Of(draft.Device.Value)}");
        if (IsSram && draft.Device is not null and not AccessDevice.Cmos)
            Refuse(draft.NodeOf(CellKeys.Device)!, CellWords.Of(draft.Device.Value), "cmos, for a cell of kind sram");
        if (IsSram && draft.Mode(CellKeys.ReadMode) == ElectricalMode.Current)
            Refuse(draft.NodeOf(CellKeys.ReadMode)!, "current", "voltage, for a cell of kind sram");
    }

    private void CheckRead()
    {
        if (draft.Mode(CellKeys.ReadMode) is { } mode && !draft.Has("read.voltage_v") && !draft.Has("read.current_ua"))
            Refuse(draft.NodeOf(CellKeys.ReadMode)!, CellWords.Of(mode), "a read that has `voltage_v` or `current_ua` beside its mode");
    }

    private void CheckPulse(string pulse)
    {
        if (draft.Mode($"{pulse}.mode") is not { } mode)
            return;
        string needed = mode == ElectricalMode.Voltage ? "voltage_v" : "current_ua";
        if (!draft.Has($"{pulse}.{needed}"))
            Refuse(draft.NodeOf($"{pulse}.mode")!, CellWords.Of(mode), $"a pulse that has `{needed}` beside its mode");
    }

    private void CheckResistances()
    {
        RequireOrder("on_ohm", "off_ohm", mayBeEqual: false);
        // While a ferroelectric is switched, one channel carries the current whatever was stored.
        RequireOrder("on_at_set_ohm", "off_at_set_ohm", mayBeEqual: true);
        RequireOrder("on_at_reset_ohm", "off_at_reset_ohm", mayBeEqual: true);
    }

    // What is left out at set and reset is as at read; then that is checked where the other one stands.
    private void RequireOrder(string low, string high, bool mayBeEqual)
    {
        if (!draft.Has($"resistance.{low}") && !draft.Has($"resistance.{high}"))
            return;
        CellEntry? on = draft.Find($"resistance.{low}") ?? draft.Find("resistance.on_ohm");
        CellEntry? off = draft.Find($"resistance.{high}") ?? draft.Find("resistance.off_ohm");
        if (on is null || off is null || on.Si < off.Si || (mayBeEqual && on.Si == off.Si))
            return;
        bool blamesLow = off.Key.Name != high;
        (CellEntry wrong, CellEntry other) = blamesLow ? (on, off) : (off, on);
        string relation = (blamesLow, mayBeEqual) switch { (true, _) => "at most", (_, true) => "at least", _ => "above" };
        string permitted = $"{relation} {other.Node.Shown} Ω, the value of '{other.Key.Key}'";
        string text = $"'{wrong.Key.Key}' is {wrong.Node.Shown}; permitted: {permitted}.";
        findings.Add(CellCodes.CellResistances, wrong.Node.Place, text, wrong.Node.Shown, permitted);
    }

    private void CheckLevels(Node? node, IReadOnlyList<LevelTable> levels)
    {
        double? most = draft.Has("storage.max_bits_per_cell") ? draft.Si("storage.max_bits_per_cell") : 1;
        if (IsSram && node is { IsNull: false })
            Refuse(node, node.Shown, "leave it out: a cell of kind sram stores one bit");
        else if (levels.Count > 0 && levels.Max(static table => table.BitsPerCell) is var bits && bits > most)
            Refuse(node!, $"a table for {bits} bits", $"tables up to {most} bits, or a higher `storage.max_bits_per_cell`");
    }

    private void Refuse(Node node, string value, string permitted) =>
        findings.Add(CellCodes.CellContradiction, node.Place, $"'{node.Place.Key}' is {value}; permitted: {permitted}.", value, permitted);
}
