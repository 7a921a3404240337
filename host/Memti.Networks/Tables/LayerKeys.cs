using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Networks.Layers;

namespace Memti.Networks.Tables;

/// <summary>Every field of a layer in a table, in the order in which files and listings give them.</summary>
public static class LayerKeys
{
    internal static readonly DocumentKey<string?> Layer =
        new("layer", "Name of the layer; two layers may have one name", new TextType { Longest = 200 })
        {
            Required = "1 to 200 characters",
            DefaultWords = Needed,
        };

    internal static readonly DocumentKey<RowKind?> Kind =
        new("kind", "What it computes; `conv + elwise` and `elwise` add a second operand of the size of the output")
        {
            Required = string.Join(", ", RowKinds.Words),
            DefaultWords = Needed,
        };

    internal static readonly DocumentKey<int?>
        Channels = Count("c", Needed, "Channels of the input", required: true),
        Height = Extent("h", "required; 1 for `fc`", "Height of the input, in pixels"),
        Width = Extent("w", "required; 1 for `fc`", "Width of the input, in pixels"),
        Filters = Count("k", "required; `c` for `pool` and `elwise`", "Filters: channels of the output"),
        KernelHeight = Extent("r", "required; `h` for `fc`, 1 for `elwise`", "Height of a filter or window"),
        KernelWidth = Extent("s", "required; `w` for `fc`, 1 for `elwise`", "Width of a filter or window"),
        StrideHeight = Extent("stride_v", "1", "Rows from filter to filter"),
        StrideWidth = Extent("stride_h", "1", "Columns from filter to filter"),
        OutputHeight = Extent("p", "by the rule", "Height of the output before pooling, where the rule does not give it"),
        OutputWidth = Extent("q", "by the rule", "Width of the output before pooling, where the rule does not give it"),
        PoolHeight = Extent("pool_h", "required with `pool`", "Height of a pooling window"),
        PoolWidth = Extent("pool_w", "required with `pool`", "Width of a pooling window"),
        PoolStrideHeight = Extent("pool_stride_v", "required with `pool`", "Rows from window to window"),
        PoolStrideWidth = Extent("pool_stride_h", "required with `pool`", "Columns from window to window"),
        Groups = Count("groups", "1", "Groups of channels that do not see each other; `c` for a depthwise convolution");

    internal static readonly DocumentKey<bool>
        ZeroPadding = Truth("zero_padding", "True when the input is padded so that the output is the input over the stride, rounded up"),
        Pool = Truth("pool", "True when pooling follows before the output is stored"),
        SharesInput = Truth("shares_input", "True when the layer reads the same tensor as the layer before it");

    internal static readonly DocumentKey<string?> WeightsOf =
        new("weights_of", "Layer whose weights this layer uses too, so that they are stored once")
        {
            PermittedWords = "the name of an earlier layer",
            DefaultWords = "weights of its own",
        };

    private const string Needed = "required";

    /// <summary>The fields that are read. Those of the shape have the names of NVDLA's performance workbook.</summary>
    public static IReadOnlyList<DocumentKey> All { get; } =
    [
        Layer,
        Kind, Channels, Height, Width, Filters, KernelHeight, KernelWidth, ZeroPadding, StrideHeight, StrideWidth, OutputHeight,
        OutputWidth,
        Pool, PoolHeight, PoolWidth, PoolStrideHeight, PoolStrideWidth, Groups, SharesInput, WeightsOf,
    ];

    /// <summary>Fields that listings compute. Every form may carry them; they are not read.</summary>
    public static IReadOnlyList<string> Computed { get; } = ["out_h", "out_w", "macs", "parameters"];

    /// <summary>What a layer may hold in YAML and CSV.</summary>
    internal static KeySection OfRow { get; } = new([.. All, .. Computed.Select(NotRead)]);

    /// <summary>What a layer may hold in JSON: an entry of the workbook has its results beside its shape.</summary>
    internal static KeySection OfWorkbookRow { get; } = With(
        OfRow, "row", "input_kb", "min_input_kb", "output_kb", "weight_kb", "min_weight_kb", "winograd", "with_sram", "dram_only");

    internal static DocumentKey<string?> Name { get; } =
        new("name", "Name of the network", new TextType { Longest = 100 }) { Required = "the name of the network" };

    internal static DocumentKey<string?> Description { get; } = new("description", "What the network is");

    internal static DocumentKey<IReadOnlyList<Node>?> Layers { get; } = new(
        "layers",
        "The layers, in the order in which they run",
        new ListType<Node>(
            new DocumentKey<Node>("", "A layer", new FixedType(static () => OfRow.Schema(SchemaScope.Document))), 1, NetworkLimits.Layers))
    {
        Required = "a list of layers",
    };

    /// <summary>What the document may hold in YAML.</summary>
    internal static KeySection OfDocument { get; } = new(Name, Description, Layers);

    /// <summary>What the document may hold in JSON: that of the workbook has totals, that of a listing says where it comes from.</summary>
    internal static KeySection OfWorkbook { get; } = With(OfDocument, "totals", "memti_network", "file", "sha256");

    /// <summary>The field of a name.</summary>
    internal static DocumentKey Of(string name) => All.First(key => key.Name == name);

    private static DocumentKey<int?> Count(string name, string usual, string description, bool required = false) =>
        new(name, description, 1, NetworkLimits.Channels)
        {
            DefaultWords = usual,
            Required = required ? $"1 to {NetworkLimits.Channels}" : null,
        };

    private static DocumentKey<int?> Extent(string name, string usual, string description) =>
        new(name, description, 1, NetworkLimits.Extent) { DefaultWords = usual };

    private static DocumentKey<bool> Truth(string name, string description) =>
        new(name, description, new BooleanType { TakesCapitals = true }) { Fallback = false, DefaultWords = "false" };

    private static DocumentKey<Node?> NotRead(string name) =>
        new(
            name, "Computed in listings, and not read", new FixedType(static () => new JsonObject { ["type"] = "integer" }));

    private static KeySection With(KeySection keys, params IEnumerable<string> others) => new([.. keys.Keys, .. others.Select(NotRead)]);
}
