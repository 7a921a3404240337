namespace Memti.Networks;

/// <summary>The layers that were found so far, and what was fused into them.</summary>
internal sealed class GraphLayers
{
    private readonly List<LayerRow> _rows = [];
    private object? _lastInput;

    public IReadOnlyList<LayerRow> Rows => _rows;

    /// <summary>Adds a layer after checking it.</summary>
    /// <param name="node">The node that it comes from.</param>
    /// <param name="row">The layer.</param>
    /// <param name="input">What it reads; null for a layer of two inputs, which shares none.</param>
    /// <returns>Its index.</returns>
    /// <exception cref="Abstractions.MemtiException">A rule of layers is broken, or there are too many.</exception>
    public int Add(OnnxNode node, LayerRow row, GraphValue? input)
    {
        if (_rows.Count == NetworkLimits.Layers)
            throw GraphFault.Layer(node, new RowFault(Abstractions.DiagnosticCode.NetworkTooLarge, "", "one layer too many", "10000 layers"));
        if (LayerRules.Check(row).FirstOrDefault() is { } fault)
            throw GraphFault.Layer(node, fault);
        _rows.Add(row with { SharesInput = _rows.Count > 0 && input is not null && ReferenceEquals(_lastInput, input.Stored) });
        _lastInput = input?.Stored;
        return _rows.Count - 1;
    }

    /// <summary>Puts a layer with something fused into it in its own place.</summary>
    public void Replace(int index, LayerRow row) => _rows[index] = row;
}
