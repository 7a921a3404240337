using System.Globalization;
using Memti.Abstractions.Arrays;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;
using Memti.Arrays.Search;

namespace Memti.Arrays.Tests.Search;

/// <summary>One run of a reference simulator: a request, a target and the figures that were printed.</summary>
/// <param name="fields">The run's fields by their columns.</param>
/// <param name="decimals">Digits after the point that each column is printed with.</param>
internal sealed class ReferencePoint(IReadOnlyDictionary<string, string> fields, IReadOnlyDictionary<string, int> decimals)
{
    private static readonly Dictionary<string, Func<SolvedBank, double>> Columns = new()
    {
        ["area_mm2"] = static bank => bank.Area * 1e6,
        ["read_latency_ns"] = static bank => bank.ReadLatency * 1e9,
        ["write_latency_ns"] = static bank => bank.WriteLatency * 1e9,
        ["set_latency_ns"] = static bank => bank.SetLatency * 1e9,
        ["reset_latency_ns"] = static bank => bank.ResetLatency * 1e9,
        ["read_energy_pj"] = static bank => bank.ReadEnergy * 1e12,
        ["write_energy_pj"] = static bank => bank.WriteEnergy * 1e12,
        ["set_energy_pj"] = static bank => bank.SetEnergy * 1e12,
        ["reset_energy_pj"] = static bank => bank.ResetEnergy * 1e12,
        ["leakage_mw"] = static bank => bank.Leakage * 1e3,
        ["read_bandwidth_gbs"] = static bank => bank.ReadBandwidth * 1e-9,
        ["write_bandwidth_gbs"] = static bank => bank.WriteBandwidth * 1e-9,
        ["subarray_rows"] = static bank => bank.SubarrayRows,
        ["subarray_cols"] = static bank => bank.SubarrayColumns,
        ["area_efficiency_pct"] = static bank => bank.AreaEfficiency * 100,
        ["htree_latency_ns"] = static bank => bank.HTreeLatency * 1e9,
        ["mat_latency_ns"] = static bank => bank.MatLatency * 1e9,
        ["predecoder_ns"] = static bank => bank.PredecoderLatency * 1e9,
        ["row_decoder_ns"] = static bank => bank.RowDecoderLatency * 1e9,
        ["bitline_ns"] = static bank => bank.BitlineLatency * 1e9,
        ["senseamp_ns"] = static bank => bank.SenseLatency * 1e9,
        ["mux_ns"] = static bank => bank.MuxLatency * 1e9,
        ["htree_energy_pj"] = static bank => bank.HTreeEnergy * 1e12,
        ["mat_read_energy_pj"] = static bank => bank.MatReadEnergy * 1e12,
    };

    public ArrayTarget Target => Enum.Parse<ArrayTarget>(fields["target"]);

    public bool HasOrganisation => fields["bank_mats"].Length > 0;

    /// <summary>What the run was asked, the target apart.</summary>
    public BankRequest Request =>
        new(
            ShippedCells.Named(fields["cell"]),
            Whole("bits_per_cell"),
            long.Parse(fields["capacity_bytes"], CultureInfo.InvariantCulture) * 8,
            Whole("word_bits"))
        {
            Profile = fields["simulator"].StartsWith("nvsim-merged", StringComparison.Ordinal)
            ? ArrayProfile.NvsimMerged
            : ArrayProfile.Nvsim2012,
            NodeNanometres = Whole("node_nm"),
            Roadmap = Enum.Parse<DeviceRoadmap>(fields["roadmap"]),
            TemperatureKelvin = Whole("temperature_k"),
            Driver = fields["buffer_design"] == "latency" ? DriverStyle.Latency : DriverStyle.Balanced,
            Routing = fields["routing"] == "H-tree" ? Routing.HTree : Routing.SharedSense,
        };

    public string Name =>
        $"{fields["simulator"].Split(' ')[0]} {fields["cell"]} {fields["capacity_bytes"]} B {fields["word_bits"]} b "
            + $"{fields["roadmap"]} {fields["temperature_k"]} K";

    public Organisation Organisation => OrganisationCases.Of(
        $"{fields["bank_mats"]}/{fields["active_mat_rows"]}x{fields["active_mat_cols"]} "
            + $"{fields["mat_subarrays"]}/{fields["active_sub_rows"]}x{fields["active_sub_cols"]} "
            + $"{fields["mux_senseamp"]},{fields["mux_out1"]},{fields["mux_out2"]}");

    /// <summary>Every printed figure that a bank does not have, in words.</summary>
    public IEnumerable<string> Differences(SolvedBank bank) =>
        from column in Columns
        let ours = Columns[Printed(column.Key)](bank)
        where fields[column.Key].Length > 0 && !PrintedNumber.Parse(fields[column.Key], decimals[column.Key]).Is(ours)
        select FormattableString.Invariant($"{Target} {column.Key}: {ours:g8}, printed {fields[column.Key]}");

    /// <summary>NVSim tells set and reset of STT-MRAM not apart; NVMExplorer gives its write as a set.</summary>
    private string Printed(string column) =>
        fields["memory"] == "STT-MRAM" && column.StartsWith("set_", StringComparison.Ordinal) ? "write_" + column["set_".Length..] : column;

    private int Whole(string column) => int.Parse(fields[column], CultureInfo.InvariantCulture);
}
