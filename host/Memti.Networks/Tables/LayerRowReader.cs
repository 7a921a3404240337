using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Networks.Layers;

namespace Memti.Networks.Tables;

/// <summary>Reads one layer of a table; what is wrong becomes a finding.</summary>
internal sealed class LayerRowReader(Section row, FindingList findings)
{
    private const int LongestName = 200;
    private static readonly string[] PoolKeys = ["pool_h", "pool_w", "pool_stride_v", "pool_stride_h"];

    private RowKind _kind;

    /// <summary>The layer, each number in its range; null, with findings, when it cannot be used.</summary>
    public LayerRow? Read()
    {
        int before = findings.Count;
        string? name = ReadName();
        row.Require(LayerKeys.Kind, LayerKeys.Of(LayerKeys.Kind).Permitted);
        if (row.Word(LayerKeys.Kind, RowKinds.Words) is not { } kind || name is null)
            return null;
        _kind = (RowKind)kind;
        LayerRow layer = Shape(name);
        return findings.Count == before ? layer : null;
    }

    private LayerRow Shape(string name)
    {
        bool connected = _kind == RowKind.FullyConnected;
        bool adds = _kind == RowKind.Elementwise;
        int channels = Number("c", null);
        int height = Number("h", connected ? 1 : null);
        int width = Number("w", connected ? 1 : null);
        return new LayerRow
        {
            Name = name,
            Kind = _kind,
            Channels = channels,
            Height = height,
            Width = width,
            Filters = Number("k", adds || _kind == RowKind.Pooling ? channels : null),
            KernelHeight = Number("r", connected ? height : adds ? 1 : null),
            KernelWidth = Number("s", connected ? width : adds ? 1 : null),
            ZeroPadding = Truth("zero_padding"),
            StrideHeight = Number("stride_v", 1),
            StrideWidth = Number("stride_h", 1),
            StatedHeight = Optional("p"),
            StatedWidth = Optional("q"),
            Pooling = ReadPooling(),
            Groups = Number("groups", 1),
            SharesInput = Truth("shares_input"),
        };
    }

    private PoolingWindow? ReadPooling()
    {
        if (Truth("pool"))
            return new PoolingWindow(Number("pool_h", null), Number("pool_w", null), Number("pool_stride_v", null), Number("pool_stride_h", null));
        foreach (string key in PoolKeys)
            if (row.Find(key) is { } value)
                findings.Add(DiagnosticCode.NetworkShape, value.Place, $"'{value.Place.Key}' is {value.Shown}, but 'pool' is not true; permitted: leave one out, or set the other.", value.Shown, "leave it out, or 'pool' true");
        return null;
    }

    private string? ReadName()
    {
        row.Require(LayerKeys.Layer, LayerKeys.Of(LayerKeys.Layer).Permitted);
        string? name = row.Text(LayerKeys.Layer);
        if (name is null or { Length: <= LongestName })
            return name;
        findings.OutOfRange(row.Find(LayerKeys.Layer)!, LayerKeys.Of(LayerKeys.Layer).Permitted);
        return null;
    }

    // A number that is missing or wrong is a finding, and the layer then of no use: 1 keeps what follows from going wrong for that reason.
    private int Number(string key, int? fallback)
    {
        if (fallback is null)
            row.Require(key, LayerKeys.Of(key).Permitted);
        return Optional(key) ?? fallback ?? 1;
    }

    private int? Optional(string key) => (int?)row.Whole(key, 1, LayerKeys.Of(key).Most);

    private bool Truth(string key)
    {
        if (row.Find(key) is not { } value)
            return false;
        bool? truth = value is ScalarNode { Plain: true } scalar ? scalar.Text switch { "true" or "TRUE" => true, "false" or "FALSE" => false, _ => null } : null;
        if (truth is null)
            findings.WrongType(value, "true or false");
        return truth ?? false;
    }
}
