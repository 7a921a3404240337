using System.Text.Json;
using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;
using Memti.Plugins.ImcCluster.Crossbars;
using Memti.Plugins.ImcCluster.Mapping;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Studies;

/// <summary>The command <c>memti imc pack</c>: where each block of weights lies, and what the other rules of packing need.</summary>
internal static class PackStudy
{
    public const string Summary =
        "Pack the weights of a network into crossbar arrays: each block with its place, and the arrays that each rule of packing needs.\n"
        + "Examples:\n"
        + "  memti imc pack mobilenetv2\n"
        + "  memti imc pack resnet50 --arrays 512 --packing shelf --format csv";

    public static StudyResult Run(ImcClusterOptions options, Network asked)
    {
        ImcLimits.Check(options);
        Network network = MappedNetwork.Resident(asked);
        MappedNetwork mapped = MappedNetwork.Of(options, network);
        ArrayPacking packing = mapped.Packing.Within(options, network.Name);
        var layers = new Dictionary<WeightBlock, string>(ReferenceEqualityComparer.Instance);
        foreach (LayerWork work in mapped.Works)
            foreach (WeightBlock block in work.Blocks)
                layers[block] = work.Layer.Name;
        StudyTable[] tables =
        [
            new("Blocks", ["array", "row", "column", "rows", "columns", "layer", "first_row"],
                [.. packing.Blocks
                    .OrderBy(static placed => placed.Array).ThenBy(static placed => placed.Row).ThenBy(static placed => placed.Column)
                    .Select(placed => (IReadOnlyList<object?>)
                    [
                        (long)placed.Array, (long)placed.Row, (long)placed.Column, (long)placed.Block.Rows, (long)placed.Block.Columns,
                        layers[placed.Block], (long)placed.Block.FirstRow,
                    ])]),
            new("Rules", ["rule", "blocks", "arrays", "fill"],
                [.. Enum.GetValues<PackingRule>().Select(rule => Rule(options.With(copy => copy.Packing = rule), rule, mapped))]),
        ];
        return new StudyResult(tables, StudyDocument.Of("memti_imc_pack", network, tables));
    }

    private static IReadOnlyList<object?> Rule(ImcClusterOptions options, PackingRule rule, MappedNetwork mapped)
    {
        ArrayPacking packing = ArrayPacking.Of(options, mapped.Packing.Blocks.Select(static placed => placed.Block));
        double positions = (double)packing.Arrays * options.Rows * options.Columns;
        return
        [
            JsonNamingPolicy.SnakeCaseLower.ConvertName(rule.ToString()), (long)packing.Blocks.Count, (long)packing.Arrays,
            positions == 0 ? 0 : packing.Weights / positions,
        ];
    }
}
