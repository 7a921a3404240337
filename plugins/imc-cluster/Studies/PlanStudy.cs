using System.Text.Json;
using Memti.Abstractions.Models;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Studies;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.EnergyEstimates;
using Memti.Plugins.ImcCluster.Mapping;
using Memti.Plugins.ImcCluster.Memories;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Studies;

/// <summary>The command <c>memti imc plan</c>: a network layer by layer, and its totals with their status.</summary>
internal static class PlanStudy
{
    public const string Summary =
        "Plan a network on a cluster of cores, phase-change crossbars and a depth-wise engine: engine, products, cycles and energy of\n"
        + "each layer; arrays, latency, energy and area with the status of each.\n"
        + "Examples:\n"
        + "  memti imc plan mobilenetv2\n"
        + "  memti imc plan mobilenetv2 --first-layer crossbar --fully-connected crossbar --arrays 64\n"
        + "  memti imc plan resnet26-adapters --arrays 96 --format csv";

    /// <summary>Area of the published cluster without its one array.</summary>
    private const double ClusterSquareMillimetres = 2.5 - 0.83;

    private static readonly string[] Columns =
        [
            "layer", "engine", "blocks", "products", "crossbar_cycles", "core_cycles", "depthwise_cycles", "cycles", "us", "fill_cycles",
            "products_fixed_nj", "products_rows_nj", "products_columns_nj", "cores_nj", "depthwise_nj", "energy_nj"
        ];

    private static readonly string[] Shown =
        ["layer", "engine", "blocks", "products", "crossbar_cycles", "core_cycles", "depthwise_cycles", "us", "energy_nj"];

    public static StudyResult Run(ImcClusterOptions options, Network asked)
    {
        ImcLimits.Check(options);
        Network network = MappedNetwork.Resident(asked);
        MappedNetwork mapped = MappedNetwork.Of(options, network);
        mapped.Packing.Within(options, network.Name);
        StudyTable[] tables =
        [
            new("Layers", Columns, [.. mapped.Works.Select(work => Row(options, work))]) { Shown = Shown },
            new("Totals", ["figure", "value", "unit", "status", "because"], [.. Totals(options, mapped)]),
        ];
        return new StudyResult(tables, StudyDocument.Of("memti_imc_plan", network, tables));
    }

    private static IReadOnlyList<object?> Row(ImcClusterOptions options, LayerWork work) =>
    [
        work.Layer.Name, JsonNamingPolicy.SnakeCaseLower.ConvertName(work.Engine.ToString()), (long)work.Blocks.Count, work.Products,
        work.CrossbarCycles, work.CoreCycles, work.DepthwiseCycles, work.Cycles, options.Clock.Cycles(work.Cycles).Microseconds,
        work.FillCycles, work.ProductEnergy.Fixed.Nanojoules, work.ProductEnergy.Rows.Nanojoules, work.ProductEnergy.Columns.Nanojoules,
        work.CoreEnergy.Nanojoules, work.DepthwiseEnergy.Nanojoules, work.Energy.Nanojoules,
    ];

    private static IEnumerable<IReadOnlyList<object?>> Totals(ImcClusterOptions options, MappedNetwork mapped)
    {
        (ProductEnergy products, Energy cores, Energy depthwise) = (mapped.ProductEnergy, mapped.CoreEnergy, mapped.DepthwiseEnergy);
        SimTime time = options.Clock.Cycles(mapped.Cycles);
        Energy on = options.On * time;
        long positions = (long)mapped.Packing.Arrays * options.Rows * options.Columns;
        Area arrays = new PcmCrossbarOptions().Array * (positions / (256.0 * 256));
        yield return Total("arrays", (long)mapped.Packing.Arrays, "", NumberStatus.Derived, "the published rule of packing");
        yield return Total("weights_in_arrays", mapped.Packing.Weights, "", NumberStatus.Derived, "shapes of the layers");
        yield return Total(
            "array_fill", positions == 0 ? 0 : (double)mapped.Packing.Weights / positions, "", NumberStatus.Derived, "the same");
        yield return Total(
            "products", mapped.Works.Sum(static work => work.Products), "", NumberStatus.Derived, "one for each block and output pixel");
        yield return Total("cycles", mapped.Cycles, "", NumberStatus.Assumed, "the engine's rate is a recollection");
        yield return Total("latency", time.Milliseconds, "ms", NumberStatus.Assumed, "clock and the engine's rate are recollections");
        yield return Total("crossbar_share", Share(mapped, static work => work.CrossbarCycles), "", NumberStatus.Assumed, "the same");
        yield return Total("core_share", Share(mapped, static work => work.CoreCycles), "", NumberStatus.Assumed, "the same");
        yield return Total("depthwise_share", Share(mapped, static work => work.DepthwiseCycles), "", NumberStatus.Assumed, "the same");
        yield return Total("products_fixed", products.Fixed.Microjoules, "uJ", NumberStatus.Assumed, "no split of 20.5 nJ is published");
        yield return Total("products_rows", products.Rows.Microjoules, "uJ", NumberStatus.Assumed, "the same");
        yield return Total("products_columns", products.Columns.Microjoules, "uJ", NumberStatus.Assumed, "the same");
        yield return Total("cores", cores.Microjoules, "uJ", NumberStatus.Fitted, "core_cycle_pj is fitted to a published gain");
        yield return Total("depthwise_engine", depthwise.Microjoules, "uJ", NumberStatus.Assumed, "another engine of the same process");
        yield return Total("on_power", on.Microjoules, "uJ", NumberStatus.Assumed, "no on power is published");
        yield return Total(
            "energy", (products.Total + cores + depthwise + on).Microjoules, "uJ", NumberStatus.Assumed, "the sum, without other memories");
        yield return Total("area_of_arrays", arrays.SquareMillimetres, "mm2", NumberStatus.Derived, "0.83 mm2 an array, published");
        yield return Total(
            "area_of_cluster", ClusterSquareMillimetres, "mm2", NumberStatus.Derived, "published 2.5 mm2 less one array");
    }

    private static IReadOnlyList<object?> Total(string figure, object value, string unit, NumberStatus status, string because) =>
        [figure, value, unit, JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString()), because];

    private static double Share(MappedNetwork mapped, Func<LayerWork, long> part) =>
        (double)mapped.Works.Sum(part) / Math.Max(1, mapped.Cycles);
}
