using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Banks;
using Memti.Documents.Numbers;
using Memti.Runs.Arrays;

namespace Memti.Host.Rendering;

/// <summary>
/// Columns of a solved array for programs. The first columns have the names that studies with NVSim use. Units are part of the names. Times
/// are of the slowest bank, energies per access, organisation and split of the largest bank.
/// </summary>
internal static class ArrayColumns
{
    /// <summary>Name and value of each column. A value is a text, a number, an integer or null.</summary>
    public static IReadOnlyList<(string Name, Func<ArrayAnswer, SolvedArray, object?> Value)> All { get; } =
    [
        ("memory", static (answer, _) => Memory(answer.Cell.Kind)),
        ("cell", static (answer, _) => answer.Cell.Name),
        ("bits_per_cell", static (answer, _) => answer.Question.BitsPerCell),
        ("capacity_bytes", static (answer, array) => array.Cells / 8),
        ("node_nm", static (answer, _) => answer.Question.NodeNanometres),
        ("roadmap", static (answer, _) => EnumWords.Of(answer.Question.Roadmap)),
        ("temperature_k", static (answer, _) => answer.Question.TemperatureKelvin),
        ("word_bits", static (answer, _) => answer.WordCells),
        ("target", static (_, array) => array.Target is { } target ? EnumWords.Of(target) : null),
        ("area_mm2", static (_, array) => array.Sum(static bank => bank.Area) * 1e6),
        ("read_latency_ns", static (answer, array) => ReadLatency(answer, array) * 1e9),
        ("write_latency_ns", static (answer, array) => WriteLatency(answer, array) * 1e9),
        ("set_latency_ns", static (answer, array) => HasPulses(answer) ? array.Worst(static bank => bank.SetLatency) * 1e9 : null),
        ("reset_latency_ns", static (answer, array) => HasPulses(answer) ? array.Worst(static bank => bank.ResetLatency) * 1e9 : null),
        ("read_energy_pj", static (answer, array) => ReadEnergy(answer, array) * 1e12),
        ("write_energy_pj", static (answer, array) => WriteEnergy(answer, array) * 1e12),
        ("set_energy_pj", static (answer, array) => HasPulses(answer) ? array.Mean(static bank => bank.SetEnergy) * 1e12 : null),
        ("reset_energy_pj", static (answer, array) => HasPulses(answer) ? array.Mean(static bank => bank.ResetEnergy) * 1e12 : null),
        ("leakage_mw", static (_, array) => array.Sum(static bank => bank.Leakage) * 1e3),
        ("read_bandwidth_gbs", static (_, array) => array.Largest.ReadBandwidth * 1e-9),
        ("write_bandwidth_gbs", static (_, array) => array.Largest.WriteBandwidth * 1e-9),
        ("bank_mats", static (_, array) => $"{array.Largest.Organisation.MatRows}x{array.Largest.Organisation.MatColumns}"),
        ("active_mat_rows", static (_, array) => array.Largest.Organisation.ActiveMatRows),
        ("active_mat_cols", static (_, array) => array.Largest.Organisation.ActiveMatColumns),
        ("mat_subarrays", static (_, array) => $"{array.Largest.Organisation.SubarrayRows}x{array.Largest.Organisation.SubarrayColumns}"),
        ("active_sub_rows", static (_, array) => array.Largest.Organisation.ActiveSubarrayRows),
        ("active_sub_cols", static (_, array) => array.Largest.Organisation.ActiveSubarrayColumns),
        ("subarray_rows", static (_, array) => array.Largest.SubarrayRows),
        ("subarray_cols", static (_, array) => array.Largest.SubarrayColumns),
        ("mux_senseamp", static (_, array) => array.Largest.Organisation.SenseMux),
        ("mux_out1", static (_, array) => array.Largest.Organisation.OutputMux1),
        ("mux_out2", static (_, array) => array.Largest.Organisation.OutputMux2),
        ("area_efficiency_pct", static (_, array) => array.Mean(static bank => bank.AreaEfficiency) * 100),
        ("htree_latency_ns", static (_, array) => array.Largest.HTreeLatency * 1e9),
        ("mat_latency_ns", static (_, array) => array.Largest.MatLatency * 1e9),
        ("predecoder_ns", static (_, array) => array.Largest.PredecoderLatency * 1e9),
        ("row_decoder_ns", static (_, array) => array.Largest.RowDecoderLatency * 1e9),
        ("bitline_ns", static (_, array) => array.Largest.BitlineLatency * 1e9),
        ("senseamp_ns", static (_, array) => array.Largest.SenseLatency * 1e9),
        ("mux_ns", static (_, array) => array.Largest.MuxLatency * 1e9),
        ("htree_energy_pj", static (_, array) => array.Largest.HTreeEnergy * 1e12),
        ("mat_read_energy_pj", static (_, array) => array.Largest.MatReadEnergy * 1e12),
        ("buffer_design", static (_, array) => array.Largest.Organisation.Driver.ToString().ToLowerInvariant()),
        ("routing", static (answer, _) => answer.Question.Routing == Routing.HTree ? "H-tree" : "non-H-tree"),
        ("simulator", static (answer, _) => $"memti {EnumWords.Of(answer.Question.Profile)}"),
        ("banks", static (_, array) => BankText.Of(array)),
        ("wake_latency_ns", static (_, array) => array.Worst(static bank => bank.Standby.WakeLatency) * 1e9),
        ("wake_energy_pj", static (_, array) => array.Sum(static bank => bank.Standby.WakeEnergy) * 1e12),
        (
            "retention_mw",
            static (_, array) =>
                array.Largest.Standby.RetentionPower is null ? null : array.Sum(static bank => bank.Standby.RetentionPower ?? 0) * 1e3),
        ("off_mw", static (_, array) => array.Sum(static bank => bank.Standby.OffPower) * 1e3),
        ("refresh_mw", static (_, array) => array.Sum(static bank => bank.Standby.RefreshPower) * 1e3),
        ("cell_error_rate", static (answer, _) => answer.Misreads?.MeanCellErrorRate),
        ("bit_error_rate_gray", static (answer, _) => answer.Misreads?.BitErrorRateGray),
        ("ecc", static (answer, _) => answer.Correction?.Name),
        ("word_error_rate", static (answer, _) => answer.Correction?.UncorrectableRate),
        ("status", static (answer, _) => StatusWord.Of(answer.Status)),
    ];

    /// <summary>Time of a read in s, including the check of its word.</summary>
    public static double ReadLatency(ArrayAnswer answer, SolvedArray array) =>
        array.Worst(static bank => bank.ReadLatency) + (answer.Correction?.Cost.CheckLatency.Seconds ?? 0);

    /// <summary>Time of a write in s, including the encoding of its word.</summary>
    public static double WriteLatency(ArrayAnswer answer, SolvedArray array) =>
        array.Worst(static bank => bank.WriteLatency) + (answer.Correction?.Cost.EncodeLatency.Seconds ?? 0);

    /// <summary>Energy of a read in J, including the check of its word.</summary>
    public static double ReadEnergy(ArrayAnswer answer, SolvedArray array) =>
        array.Mean(static bank => bank.ReadEnergy) + (answer.Correction?.Cost.CheckEnergy.Joules ?? 0);

    /// <summary>Energy of a write in J, including the encoding of its word.</summary>
    public static double WriteEnergy(ArrayAnswer answer, SolvedArray array) =>
        array.Mean(static bank => bank.WriteEnergy) + (answer.Correction?.Cost.EncodeEnergy.Joules ?? 0);

    private static bool HasPulses(ArrayAnswer answer) => answer.Cell.Set is not null;

    // The names of technologies that studies with NVSim use, so that their scripts keep working.
    private static string Memory(CellKind kind) => kind switch
    {
        CellKind.Sram => "SRAM",
        CellKind.Rram => "RRAM",
        CellKind.Pcm => "PCRAM",
        CellKind.SttMram => "STT-MRAM",
        CellKind.Fefet => "FeFET",
        _ => "CTT",
    };
}
