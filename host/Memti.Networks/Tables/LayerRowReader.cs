using Memti.Abstractions.Models;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Tables;

/// <summary>Reads one layer of a table; what is wrong becomes a finding.</summary>
internal sealed class LayerRowReader(Section row, FindingList findings)
{
    private static readonly DocumentKey<int?>[] PoolKeys =
        [LayerKeys.PoolHeight, LayerKeys.PoolWidth, LayerKeys.PoolStrideHeight, LayerKeys.PoolStrideWidth];

    private RowKind _kind;

    /// <summary>The layer, each number in its range; null, with findings, when it cannot be used.</summary>
    public LayerRow? Read()
    {
        int before = findings.Count;
        string? name = LayerKeys.Layer.Read(row);
        if (LayerKeys.Kind.Read(row) is not { } kind || name is null)
            return null;
        _kind = kind;
        LayerRow layer = Shape(name);
        return findings.Count == before ? layer : null;
    }

    private LayerRow Shape(string name)
    {
        bool connected = _kind == RowKind.FullyConnected;
        bool adds = _kind == RowKind.Elementwise;
        int channels = Number(LayerKeys.Channels, null);
        int height = Number(LayerKeys.Height, connected ? 1 : null);
        int width = Number(LayerKeys.Width, connected ? 1 : null);
        return new LayerRow
        {
            Name = name,
            Kind = _kind,
            Channels = channels,
            Height = height,
            Width = width,
            Filters = Number(LayerKeys.Filters, adds || _kind == RowKind.Pooling ? channels : null),
            KernelHeight = Number(LayerKeys.KernelHeight, connected ? height : adds ? 1 : null),
            KernelWidth = Number(LayerKeys.KernelWidth, connected ? width : adds ? 1 : null),
            ZeroPadding = LayerKeys.ZeroPadding.Read(row),
            StrideHeight = Number(LayerKeys.StrideHeight, 1),
            StrideWidth = Number(LayerKeys.StrideWidth, 1),
            StatedHeight = LayerKeys.OutputHeight.Read(row),
            StatedWidth = LayerKeys.OutputWidth.Read(row),
            Pooling = ReadPooling(),
            Groups = Number(LayerKeys.Groups, 1),
            SharesInput = LayerKeys.SharesInput.Read(row),
        };
    }

    private PoolingWindow? ReadPooling()
    {
        if (LayerKeys.Pool.Read(row))
            return new PoolingWindow(Window(0), Window(1), Window(2), Window(3));
        foreach (DocumentKey key in PoolKeys)
            if (key.Find(row) is { } value)
                RefuseWindow(value);
        return null;
    }

    private int Window(int index) => Number(PoolKeys[index], null);

    private void RefuseWindow(Node value) => findings.Add(
        NetworkCodes.NetworkShape,
        value.Place,
        $"'{value.Place.Key}' is {value.Shown}, but 'pool' is not true; permitted: leave one out, or set the other.",
        value.Shown,
        "leave it out, or 'pool' true");

    // A number that is missing or wrong is a finding, and the layer then of no use: 1 keeps what follows from going wrong for that reason.
    private int Number(DocumentKey<int?> key, int? fallback)
    {
        if (fallback is null && key.Find(row) is null)
            findings.Missing(row.Node, key.Name, key.Permitted);
        return key.Read(row) ?? fallback ?? 1;
    }
}
