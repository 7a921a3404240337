using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>The command <c>memti nvdla plan</c>: all quantities of every layer.</summary>
internal static class PlanStudy
{
    public const string Summary =
        "Plan a network layer by layer as the published NVDLA performance workbook does: traffic, cycles, what binds, energy.\n"
        + "Examples:\n"
        + "  memti nvdla plan resnet50 --macs 1024 --cbuf-kb 256 --dram-gbps 15\n"
        + "  memti nvdla plan alexnet --organisation with_sram --format csv\n"
        + "  memti nvdla plan my-network.onnx --preset nv_small --format json";

    private static readonly string[] Shown =
        [
            "row", "layer", "kind", "c", "h", "w", "k", "r", "stride_v", "input_kb", "weight_kb", "output_kb", "dram_kb", "dram_cycles",
            "sram_read_cycles", "sram_write_cycles", "mac_cycles", "max_cycles", "bottleneck", "energy_nj"
        ];

    public static StudyResult Run(PlanOptions options, Network asked)
    {
        Network network = options.Entered(asked);
        PlanInput plan = new(options.Organisation, options.FullMachine(), options.RulesFor(network), options.PowerScale);
        (Operands Operands, LayerTime Time)[] layers = new WorkbookModel(network, plan.Organisation, plan.Machine, plan.Rules).Plan();
        LayerReport[] reports =
            [.. layers.Select((layer, index) => new LayerReport(network.Layers[index], index, layer.Operands, layer.Time, plan))];
        (string Name, object? Value)[] totals = [.. TotalsOf(network, layers, reports, plan)];
        return new StudyResult(
            [
                LayersOf(reports, options.SheetFor(network)),
                new StudyTable("Totals", [.. totals.Select(static total => total.Name)], [[.. totals.Select(static total => total.Value)]])
            ],
            Document(options, network, plan, reports, totals));
    }

    private static IEnumerable<(string Name, object? Value)> TotalsOf(
        Network network, (Operands Operands, LayerTime Time)[] layers, LayerReport[] reports, PlanInput plan)
    {
        Totals totals = Totals.Of(
            layers.Sum(static layer => layer.Time.MaxCycles),
            layers.Sum(static layer => layer.Time.MacCycles),
            network.Layers.Sum(static layer => (double)layer.MultiplyAccumulates),
            plan.Machine);
        double energy = reports.Sum(static report => report.EnergyNanojoules);
        yield return ("total_cycles", totals.Cycles);
        yield return ("total_ms", totals.Milliseconds);
        yield return ("fps", totals.FramesPerSecond);
        yield return ("hw_mac_utilisation", totals.HardwareUtilisation);
        yield return ("network_mac_utilisation", totals.NetworkUtilisation);
        yield return ("dram_kb", layers.Sum(static layer => layer.Time.DramKb));
        yield return ("energy_uj", energy / 1000);
        // nJ / 10^6 are mJ, ms / 10^3 are s, and their quotient is mW.
        yield return ("power_mw", energy / 1e6 / (totals.Milliseconds / 1e3));
    }

    private static StudyTable LayersOf(LayerReport[] reports, Sheet? sheet)
    {
        (string Name, object? Value)[][] rows =
            [.. reports.Select(static report => (report.Shape().Concat(report.Time()).Concat(report.Energy())).ToArray())];
        // Columns that are empty for every layer are left out, so that the table fits both memory organisations.
        bool[] used = [.. rows[0].Select((_, column) => rows.Any(row => row[column].Value is not null))];
        return new StudyTable(
            sheet is null
                ? "Layers"
                : "Layers, by the workbook's sheet "
                    + $"{sheet.Name}{string.Concat(sheet.InputChannels.Select(static row => $", which has {row.Value} input channels "
                    + $"in layer {row.Key}"))}",
            [.. rows[0].Where((_, column) => used[column]).Select(static field => field.Name)],
            [.. rows.Select(
                row => (IReadOnlyList<object?>)[.. row.Where((_, column) => used[column]).Select(static field => field.Value)])])
        {
            Shown = Shown,
        };
    }

    private static JsonObject Document(
        PlanOptions options, Network network, PlanInput plan, LayerReport[] reports, (string, object?)[] totals)
    {
        string organisation = JsonNamingPolicy.SnakeCaseLower.ConvertName(plan.Organisation.ToString());
        return new JsonObject
        {
            ["memti_nvdla_plan"] = 1,
            ["name"] = network.Name,
            ["organisation"] = organisation,
            ["preset"] = options.Preset,
            ["sheet"] = options.SheetFor(network)?.Name,
            ["input"] = Input(plan),
            ["layers"] = new JsonArray([.. reports.Select(report =>
            {
                JsonObject layer = Fields(report.Shape());
                layer[organisation] = Fields(report.Time());
                layer["energy"] = Fields(report.Energy());
                return (JsonNode)layer;
            })]),
            ["totals"] = new JsonObject { [organisation] = Fields(totals) },
        };
    }

    private static JsonObject Input(PlanInput plan) => new()
    {
        ["feature_bytes"] = plan.Machine.FeatureBytes,
        ["weight_bytes"] = plan.Machine.WeightBytes,
        ["cbuf_kb"] = plan.Machine.BufferKb,
        ["macs"] = plan.Machine.Macs,
        ["array"] = plan.Machine.Array?.ToString() ?? AtomicCube.None,
        ["clock_mhz"] = plan.Machine.ClockMhz,
        ["sram_read_gbps"] = plan.Machine.SramReadGbps,
        ["sram_write_gbps"] = plan.Machine.SramWriteGbps,
        ["dram_gbps"] = plan.Machine.DramGbps,
        ["units"] = plan.Machine.DecimalUnits ? "bytes" : "kib",
        ["fc_batch"] = plan.Rules.FcBatch,
        ["weight_compression_rate"] = plan.Rules.WeightCompressionRate,
        ["sram_capacity_kb"] = plan.Machine.SramKb,
        ["channel_alignment"] = plan.Rules.ChannelAlignment,
        ["kernel_alignment"] = plan.Rules.KernelAlignment,
        ["weight_kernel_group"] = plan.Rules.KernelGroup,
        ["winograd_mac_gain"] = plan.Rules.WinogradGain,
        ["winograd_weight_growth"] = plan.Rules.WinogradWeightGrowth,
        ["power_scale"] = plan.PowerScale,
    };

    private static JsonObject Fields(IEnumerable<(string Name, object? Value)> fields) =>
        new(
            fields.Where(static field => field.Value is not null)
                .Select(static field => KeyValuePair.Create(field.Name, JsonSerializer.SerializeToNode(field.Value))));
}
