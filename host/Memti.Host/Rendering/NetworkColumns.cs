using System.Globalization;
using Memti.Abstractions;
using Memti.Networks;

namespace Memti.Host.Rendering;

/// <summary>The fields of a layer in CSV and JSON: those that a table is read from, then what is computed of them.</summary>
internal static class NetworkColumns
{
    public static IReadOnlyList<(string Name, Func<Layer, object?> Value)> All { get; } =
    [
        ("layer", static layer => layer.Name),
        ("kind", RowKinds.Of),
        ("c", static layer => layer.InputChannels),
        ("h", static layer => layer.InputHeight),
        ("w", static layer => layer.InputWidth),
        ("k", static layer => layer.OutputChannels),
        ("r", static layer => layer.KernelHeight),
        ("s", static layer => layer.KernelWidth),
        ("zero_padding", static layer => layer.ZeroPadding),
        ("stride_v", static layer => layer.StrideHeight),
        ("stride_h", static layer => layer.StrideWidth),
        ("p", static layer => layer.OutputHeight),
        ("q", static layer => layer.OutputWidth),
        ("pool", static layer => layer.Pooling is not null),
        ("pool_h", static layer => layer.Pooling?.Height),
        ("pool_w", static layer => layer.Pooling?.Width),
        ("pool_stride_v", static layer => layer.Pooling?.StrideHeight),
        ("pool_stride_h", static layer => layer.Pooling?.StrideWidth),
        ("groups", static layer => layer.Groups),
        ("shares_input", static layer => layer.SharesInput),
        ("out_h", static layer => layer.StoredHeight),
        ("out_w", static layer => layer.StoredWidth),
        ("macs", static layer => layer.MultiplyAccumulates),
        ("parameters", static layer => layer.SharedParameters + layer.TaskParameters),
    ];

    /// <summary>A value as CSV has it.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
