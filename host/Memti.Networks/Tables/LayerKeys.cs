using System.Globalization;
using Memti.Networks.Layers;

namespace Memti.Networks.Tables;

/// <summary>Every field of a layer in a table, in the order in which files and listings give them.</summary>
public static class LayerKeys
{
    internal const string Name = "name";
    internal const string Description = "description";
    internal const string Layers = "layers";
    internal const string Layer = "layer";
    internal const string Kind = "kind";
    internal const string WeightsOf = "weights_of";

    /// <summary>The fields that are read. Those of the shape have the names of NVDLA's performance workbook.</summary>
    public static IReadOnlyList<LayerKey> All { get; } =
    [
        new(Layer, LayerKeyType.Text, "1 to 200 characters", "required", "Name of the layer; two layers may have one name"),
        new(Kind, LayerKeyType.Word, string.Join(", ", RowKinds.Words), "required", "What it computes; `conv + elwise` and `elwise` add a second operand of the size of the output"),
        Channels("c", "required", "Channels of the input"),
        Extent("h", "required; 1 for `fc`", "Height of the input, in pixels"),
        Extent("w", "required; 1 for `fc`", "Width of the input, in pixels"),
        Channels("k", "required; `c` for `pool` and `elwise`", "Filters: channels of the output"),
        Extent("r", "required; `h` for `fc`, 1 for `elwise`", "Height of a filter or window"),
        Extent("s", "required; `w` for `fc`, 1 for `elwise`", "Width of a filter or window"),
        Truth("zero_padding", "True when the input is padded so that the output is the input over the stride, rounded up"),
        Extent("stride_v", "1", "Rows from filter to filter"),
        Extent("stride_h", "1", "Columns from filter to filter"),
        Extent("p", "by the rule", "Height of the output before pooling, where the rule does not give it"),
        Extent("q", "by the rule", "Width of the output before pooling, where the rule does not give it"),
        Truth("pool", "True when pooling follows before the output is stored"),
        Extent("pool_h", "required with `pool`", "Height of a pooling window"),
        Extent("pool_w", "required with `pool`", "Width of a pooling window"),
        Extent("pool_stride_v", "required with `pool`", "Rows from window to window"),
        Extent("pool_stride_h", "required with `pool`", "Columns from window to window"),
        Channels("groups", "1", "Groups of channels that do not see each other; `c` for a depthwise convolution"),
        Truth("shares_input", "True when the layer reads the same tensor as the layer before it"),
        new(WeightsOf, LayerKeyType.Text, "the name of an earlier layer", "weights of its own", "Layer whose weights this layer uses too, so that they are stored once"),
    ];

    /// <summary>Fields that listings compute. Every form may carry them; they are not read.</summary>
    public static IReadOnlyList<string> Computed { get; } = ["out_h", "out_w", "macs", "parameters"];

    internal static IReadOnlyList<string> Names { get; } = [.. All.Select(static key => key.Name)];

    /// <summary>What a layer may hold in YAML and CSV.</summary>
    internal static IReadOnlyList<string> OfRow { get; } = [.. Names, .. Computed];

    /// <summary>What a layer may hold in JSON: an entry of the workbook has its results beside its shape.</summary>
    internal static IReadOnlyList<string> OfWorkbookRow { get; } =
        [.. OfRow, "row", "input_kb", "min_input_kb", "output_kb", "weight_kb", "min_weight_kb", "winograd", "with_sram", "dram_only"];

    /// <summary>What the document may hold in YAML.</summary>
    internal static IReadOnlyList<string> OfDocument { get; } = [Name, Description, Layers];

    /// <summary>What the document may hold in JSON: that of the workbook has totals, that of a listing says where it comes from.</summary>
    internal static IReadOnlyList<string> OfWorkbook { get; } = [.. OfDocument, "totals", "memti_network", "file", "sha256"];

    private static readonly Dictionary<string, LayerKey> ByName = All.ToDictionary(static key => key.Name, StringComparer.Ordinal);

    internal static LayerKey Of(string name) => ByName[name];

    private static LayerKey Channels(string name, string fallback, string description) => Number(name, NetworkLimits.Channels, fallback, description);

    private static LayerKey Extent(string name, string fallback, string description) => Number(name, NetworkLimits.Extent, fallback, description);

    private static LayerKey Number(string name, int most, string fallback, string description) =>
        new(name, LayerKeyType.Number, string.Create(CultureInfo.InvariantCulture, $"1 to {most}"), fallback, description) { Most = most };

    private static LayerKey Truth(string name, string description) => new(name, LayerKeyType.Truth, "true or false", "false", description);
}
