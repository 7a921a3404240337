using Memti.Abstractions.Diagnostics;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>Layers found so far, with the operations fused into them.</summary>
internal sealed class GraphLayers
{
    private readonly List<LayerRow> _rows = [];
    private readonly Dictionary<(object Stored, long Count), int> _weights = [];
    private object? _lastInput;

    public IReadOnlyList<LayerRow> Rows => _rows;

    /// <summary>Checks a layer and adds it.</summary>
    /// <param name="scope">The node that the layer represents.</param>
    /// <param name="row">The layer.</param>
    /// <param name="input">Input of the layer; null for a layer of two inputs, which shares neither.</param>
    /// <param name="weights">Weights; null for a layer without. A stored tensor that an earlier layer uses is stored once.</param>
    /// <returns>Index of the layer.</returns>
    /// <exception cref="MemtiException">The layer violates a rule, or there are too many layers.</exception>
    public int Add(NodeScope scope, LayerRow row, GraphValue? input, GraphValue? weights = null)
    {
        if (_rows.Count == NetworkLimits.Layers)
            throw GraphError.Layer(scope, new RowError(NetworkCodes.NetworkTooLarge, "", "one layer too many", "10000 layers"));
        if (LayerRules.Check(row).FirstOrDefault() is { } fault)
            throw GraphError.Layer(scope, fault);
        // By reference: two values share an input when they are one tensor in memory, whatever their names.
        bool sharesInput = _rows.Count > 0 && input is not null && ReferenceEquals(_lastInput, input.Stored);
        _rows.Add(row with { SharesInput = sharesInput, WeightsOf = OwnerOf(weights, row) });
        // Only neighbours share a read: the buffer holds one input at a time.
        _lastInput = input?.Stored;
        return _rows.Count - 1;
    }

    /// <summary>
    /// Index of the layer that already uses as many weights of the tensor; null when there is none, and then the next layer becomes its
    /// owner.
    /// </summary>
    private int? OwnerOf(GraphValue? weights, LayerRow row)
    {
        if (weights is null)
            return null;
        long count = (long)(row.Channels / row.Groups) * row.Filters * row.KernelHeight * row.KernelWidth;
        return _weights.TryAdd((weights.Stored, count), _rows.Count) ? null : _weights[(weights.Stored, count)];
    }

    /// <summary>Replaces a layer by itself with an operation fused into it.</summary>
    public void Replace(int index, LayerRow row) => _rows[index] = row;
}
