using Memti.Abstractions.Diagnostics;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>The layers that were found so far, and what was fused into them.</summary>
internal sealed class GraphLayers
{
    private readonly List<LayerRow> _rows = [];
    private readonly Dictionary<object, int> _weights = new(ReferenceEqualityComparer.Instance);
    private object? _lastInput;

    public IReadOnlyList<LayerRow> Rows => _rows;

    /// <summary>Adds a layer after checking it.</summary>
    /// <param name="node">The node that it comes from.</param>
    /// <param name="row">The layer.</param>
    /// <param name="input">What it reads; null for a layer of two inputs, which shares none.</param>
    /// <param name="weights">What it multiplies with; null for a layer without weights. A stored tensor that an earlier layer uses is stored once.</param>
    /// <returns>Its index.</returns>
    /// <exception cref="MemtiException">A rule of layers is broken, or there are too many.</exception>
    public int Add(OnnxNode node, LayerRow row, GraphValue? input, GraphValue? weights = null)
    {
        if (_rows.Count == NetworkLimits.Layers)
            throw GraphError.Layer(node, new RowError(Memti.Abstractions.Diagnostics.DiagnosticCode.NetworkTooLarge, "", "one layer too many", "10000 layers"));
        if (LayerRules.Check(row).FirstOrDefault() is { } fault)
            throw GraphError.Layer(node, fault);
        bool sharesInput = _rows.Count > 0 && input is not null && ReferenceEquals(_lastInput, input.Stored);
        _rows.Add(row with { SharesInput = sharesInput, WeightsOf = OwnerOf(weights) });
        _lastInput = input?.Stored;
        return _rows.Count - 1;
    }

    /// <summary>The layer that uses the tensor already; null for none, and then it is the next one.</summary>
    private int? OwnerOf(GraphValue? weights)
    {
        if (weights is null || _weights.TryAdd(weights.Stored, _rows.Count))
            return null;
        return _weights[weights.Stored];
    }

    /// <summary>Puts a layer with something fused into it in its own place.</summary>
    public void Replace(int index, LayerRow row) => _rows[index] = row;
}
