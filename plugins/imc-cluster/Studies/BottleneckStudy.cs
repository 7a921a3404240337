using System.Text.Json;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Studies;

/// <summary>The command <c>memti imc bottleneck</c>: every bottleneck of a network under every mapping.</summary>
internal static class BottleneckStudy
{
    public const string Summary =
        "Every bottleneck of a network on the cores, on cores and crossbars, and with the depth-wise engine: cycles, speed-up, energy.\n"
        + "Two kernels are software for the depth-wise layer; which one, and which bottleneck, the published 11.5 x in speed and 9.5 x in\n"
        + "energy belong to is not published. So the whole table is printed.\n"
        + "Examples:\n"
        + "  memti imc bottleneck mobilenetv2\n"
        + "  memti imc bottleneck samples/imc/bottlenecks.csv --jobs serial --clock-mhz 250\n"
        + "  memti imc bottleneck mobilenetv2 --row-share 0 --column-share 0.9 --format csv";

    private static readonly string[] Columns =
        [
            "bottleneck", "times", "depthwise_software", "cores_kcycles", "crossbar_kcycles", "engine_kcycles", "addition_kcycles",
            "hybrid_kcycles", "crossbar_alone_kcycles", "cluster_kcycles", "speedup_cluster", "speedup_hybrid", "speedup_crossbar_alone",
            "cores_uj", "hybrid_uj", "crossbar_alone_uj", "cluster_uj", "energy_gain_cluster", "energy_gain_hybrid"
        ];

    private static readonly string[] Shown =
        [
            "bottleneck", "depthwise_software", "cores_kcycles", "crossbar_kcycles", "engine_kcycles", "addition_kcycles",
            "speedup_cluster", "speedup_hybrid", "energy_gain_cluster"
        ];

    private static readonly string[] EngineColumns =
        [
            "bottleneck", "mapping", "kcycles", "us", "products_fixed_uj", "products_rows_uj", "products_columns_uj", "cores_uj",
            "engine_uj", "on_uj", "total_uj"
        ];

    private static readonly string[] SplitColumns =
        ["bottleneck", "fixed_share", "row_share", "column_share", "cluster_uj", "core_cycle_pj_for_9_5", "gops_per_w_for_9_5"];

    /// <summary>The gain in energy of the abstract.</summary>
    private const double PublishedGain = 9.5;

    private static readonly (double Rows, double Columns)[] Splits = [(0, 0), (0.25, 0.25), (0.25, 0.5), (0.5, 0.5), (0, 1), (0.1, 0.9)];

    public static StudyResult Run(ImcClusterOptions options, Network network)
    {
        ImcLimits.Check(options);
        IReadOnlyList<Bottleneck> bottlenecks = Bottleneck.In(network);
        if (bottlenecks.Count == 0)
            throw new MemtiException(
                ImcCodes.BadMapping,
                $"network '{network.Name}' has no bottleneck: a point-wise, a depth-wise and a point-wise convolution in a row.");
        StudyTable[] tables =
        [
            new("Bottlenecks", Columns, [.. bottlenecks.SelectMany(bottleneck => Rows(options, bottleneck))]) { Shown = Shown },
            new("Energy by engine", EngineColumns, [.. bottlenecks.SelectMany(bottleneck => Engines(options, bottleneck))]),
            new("What the split of a product's energy asks of the cores, for the published gain of 9.5 x", SplitColumns,
                [.. bottlenecks.SelectMany(bottleneck => SplitRows(options, bottleneck))]),
        ];
        return new StudyResult(tables, StudyDocument.Of("memti_imc_bottleneck", network, tables));
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(ImcClusterOptions options, Bottleneck bottleneck)
    {
        foreach (DepthwiseKernel kernel in Enum.GetValues<DepthwiseKernel>())
        {
            IReadOnlyList<MappingVariant> variants = MappingVariant.Of(options.With(copy => copy.DepthwiseKernel = kernel), bottleneck);
            (MappingVariant cores, MappingVariant alone, MappingVariant hybrid, MappingVariant cluster) =
                (variants[0], variants[1], variants[2], variants[3]);
            yield return
            [
                bottleneck.Name, (long)bottleneck.Times, JsonNamingPolicy.SnakeCaseLower.ConvertName(kernel.ToString()),
                Kilo(cores.Cycles), Kilo(cluster.Crossbar), Kilo(cluster.Depthwise), Kilo(cluster.Addition),
                Kilo(hybrid.Cycles), Kilo(alone.Cycles), Kilo(cluster.Cycles),
                Ratio(cores.Cycles, cluster.Cycles), Ratio(cores.Cycles, hybrid.Cycles), Ratio(cores.Cycles, alone.Cycles),
                cores.Total.Microjoules, hybrid.Total.Microjoules, alone.Total.Microjoules, cluster.Total.Microjoules,
                cores.Total / cluster.Total, cores.Total / hybrid.Total,
            ];
        }
    }

    private static IEnumerable<IReadOnlyList<object?>> Engines(ImcClusterOptions options, Bottleneck bottleneck) =>
        MappingVariant.Of(options, bottleneck).Select(variant => (IReadOnlyList<object?>)
        [
            bottleneck.Name, variant.Name, Kilo(variant.Cycles), variant.Time.Microseconds, variant.Products.Fixed.Microjoules,
            variant.Products.Rows.Microjoules, variant.Products.Columns.Microjoules, variant.CoreEnergy.Microjoules,
            variant.DepthwiseEnergy.Microjoules, variant.Static.Microjoules, variant.Total.Microjoules,
        ]);

    /// <summary>
    /// Energy of a cycle of the cores at which the gain is the published one: cores c + s = gain (cluster c' + rest), solved for the cycle.
    /// </summary>
    private static IEnumerable<IReadOnlyList<object?>> SplitRows(ImcClusterOptions options, Bottleneck bottleneck)
    {
        foreach ((double rows, double columns) in Splits)
        {
            ImcClusterOptions split = options.With(copy => (copy.RowShare, copy.ColumnShare) = (rows, columns));
            IReadOnlyList<MappingVariant> variants = MappingVariant.Of(split, bottleneck);
            (MappingVariant cores, MappingVariant cluster) = (variants[0], variants[^1]);
            Energy rest = cluster.Total - cluster.CoreEnergy;
            double cycles = cores.Cores - (PublishedGain * cluster.Cores);
            Energy cycle = ((rest * PublishedGain) - cores.Static) / cycles;
            double operations = 2.0 * bottleneck.Network.Layers.Sum(static layer => layer.MultiplyAccumulates);
            Energy spent = (cycle * cores.Cores) + cores.Static;
            bool isPossible = cycles > 0 && cycle > Energy.Zero;
            yield return
            [
                bottleneck.Name, 1 - rows - columns, rows, columns, cluster.Total.Microjoules,
                isPossible ? cycle.Picojoules : null, isPossible ? operations / spent.Joules / 1e9 : null,
            ];
        }
    }

    private static double Kilo(long cycles) => cycles / 1000.0;

    private static double Ratio(long before, long after) => (double)before / after;
}
