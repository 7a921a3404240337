using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>The command <c>memti nvdla sweep</c>: frame rates over multipliers, buffer and bandwidth.</summary>
internal static class SweepStudy
{
    public const string Summary =
        "Plan a network on many machines: every number of multipliers with every buffer and every bandwidth.\n"
        + "A buffer that is too small for a layer gives no rate.\n"
        + "Examples:\n"
        + "  memti nvdla sweep resnet50 --format csv\n"
        + "  memti nvdla sweep mobilenetv2 --macs 256,1024 --cbuf-kb 128 --dram-gbps 0.5:25:0.5";

    /// <summary>Most points of a sweep: a limit on memory and time.</summary>
    private const int MostPoints = 1_000_000;
    private static readonly string[] Columns = ["macs", "cbuf_kb", "dram_gbps", "total_cycles", "fps"];

    public static StudyResult Run(SweepOptions options, Network asked) => Run(options, asked, new ParallelOptions());

    /// <summary>Runs a sweep on a limited number of threads. The result does not depend on it.</summary>
    public static StudyResult Run(SweepOptions options, Network asked, ParallelOptions threads)
    {
        Network network = options.Entered(asked);
        IReadOnlyList<double> macs = NumberRange.Parse("macs", options.Macs, 32, 2048);
        foreach (double number in macs)
            NvdlaLimits.CheckMacs(number);
        IReadOnlyList<double> buffers = NumberRange.Parse("cbuf_kb", options.CbufKb, 32, 512);
        IReadOnlyList<double> rates = NumberRange.Parse("dram_gbps", options.DramGbps, 0.001, 10000);
        if ((long)macs.Count * buffers.Count * rates.Count > MostPoints)
            throw NvdlaLimits.Refuse(
                "macs, cbuf_kb, dram_gbps", $"{(long)macs.Count * buffers.Count * rates.Count} points", $"{MostPoints} at the most");
        WorkbookRules rules = options.RulesFor(network);
        Machine common = options.MachineOf();
        Machine[] sizes = [.. macs.Select(number => options.WithMacs(common, (int)number))];
        _ = new WorkbookModel(network, options.Organisation, common, rules); // reports errors once, not per point
        var rows = new IReadOnlyList<object?>[macs.Count * buffers.Count * rates.Count];
        Parallel.For(0, rows.Length, threads, point =>
        {
            Machine machine = sizes[point / (buffers.Count * rates.Count)] with
            {
                BufferKb = buffers[point / rates.Count % buffers.Count],
                DramGbps = rates[point % rates.Count],
            };
            // Each point writes its own row: the order of rows is that of the loops, not of the threads.
            rows[point] = Row(network, options.Organisation, machine, rules);
        });
        return new StudyResult([new StudyTable("Sweep", Columns, rows)], Document(network, rows));
    }

    private static object?[] Row(Network network, MachineOrganisation organisation, Machine machine, WorkbookRules rules)
    {
        double? cycles = Cycles(network, organisation, machine, rules);
        return [(long)machine.Macs, machine.BufferKb, machine.DramGbps, cycles, Totals.RateOf(cycles, machine)];
    }

    private static double? Cycles(Network network, MachineOrganisation organisation, Machine machine, WorkbookRules rules)
    {
        try
        {
            return new WorkbookModel(network, organisation, machine, rules).TotalCycles();
        }
        catch (MemtiException error) when (error.Diagnostic is { Code: DiagnosticCode.UnsupportedLayer })
        {
            // The buffer is too small for a layer: such a point has no rate.
            return null;
        }
    }

    private static JsonObject Document(Network network, IReadOnlyList<object?>[] rows) => new()
    {
        ["memti_nvdla_sweep"] = 1,
        ["name"] = network.Name,
        ["columns"] = new JsonArray([.. Columns.Select(static column => (JsonNode)column)]),
        ["points"] = new JsonArray(
            [.. rows.Select(
                static row =>
                    (JsonNode)new JsonArray([.. row.Select(static value => System.Text.Json.JsonSerializer.SerializeToNode(value))]))]),
    };
}
