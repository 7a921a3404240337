using System.Globalization;
using Memti.Abstractions.Models;
using Memti.Networks.Layers;

namespace Memti.Host.Rendering;

/// <summary>Columns of a layer in CSV and JSON: those of a layer table, then computed ones. Parameters are those that the layer adds to the
/// stored ones.</summary>
internal static class NetworkColumns
{
    public static IReadOnlyList<(string Name, Func<Layer, NetworkTable, object?> Value)> All { get; } =
    [
        ("layer", static (layer, _) => layer.Name),
        ("kind", static (layer, _) => RowKinds.Of(layer)),
        ("c", static (layer, _) => layer.InputChannels),
        ("h", static (layer, _) => layer.InputHeight),
        ("w", static (layer, _) => layer.InputWidth),
        ("k", static (layer, _) => layer.OutputChannels),
        ("r", static (layer, _) => layer.KernelHeight),
        ("s", static (layer, _) => layer.KernelWidth),
        ("zero_padding", static (layer, _) => layer.ZeroPadding),
        ("stride_v", static (layer, _) => layer.StrideHeight),
        ("stride_h", static (layer, _) => layer.StrideWidth),
        ("p", static (layer, _) => layer.OutputHeight),
        ("q", static (layer, _) => layer.OutputWidth),
        ("pool", static (layer, _) => layer.Pooling is not null),
        ("pool_h", static (layer, _) => layer.Pooling?.Height),
        ("pool_w", static (layer, _) => layer.Pooling?.Width),
        ("pool_stride_v", static (layer, _) => layer.Pooling?.StrideHeight),
        ("pool_stride_h", static (layer, _) => layer.Pooling?.StrideWidth),
        ("groups", static (layer, _) => layer.Groups),
        ("shares_input", static (layer, _) => layer.SharesInput),
        ("weights_of", static (layer, network) => layer.WeightsOf is { } owner ? network.Layers[owner].Name : null),
        ("out_h", static (layer, _) => layer.StoredHeight),
        ("out_w", static (layer, _) => layer.StoredWidth),
        ("macs", static (layer, _) => layer.MultiplyAccumulates),
        ("parameters", static (layer, _) => layer.StoredSharedParameters + layer.StoredTaskParameters),
    ];

    /// <summary>CSV text of a value.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
