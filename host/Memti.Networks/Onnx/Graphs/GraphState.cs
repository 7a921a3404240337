namespace Memti.Networks.Onnx.Graphs;

/// <summary>What all nodes of a walk share: the layers found so far, the batch, and the room for folded constants.</summary>
/// <param name="batch">Frames that the graph takes at once.</param>
internal sealed class GraphState(int batch)
{
    /// <summary>Most values of a folded constant, as of a stored one.</summary>
    public const int MostValues = 1024;

    /// <summary>Most values of all folded constants: what the largest graphs need is a hundredth of it.</summary>
    private const long MostFolded = 4_000_000;

    private readonly Dictionary<(object From, object What), object> _derived = [];
    private long _folded;

    public GraphLayers Layers { get; } = new();

    public int Batch => batch;

    /// <summary>Values of a folded constant; null, and then nothing is computed, where they are many or there is no more room.</summary>
    /// <param name="type">Type of the values.</param>
    /// <param name="count">Their number.</param>
    /// <param name="make">Computes them.</param>
    public TensorData? Keep(int type, long count, Func<double[]> make)
    {
        if (count > MostValues || _folded + count > MostFolded)
            return null;
        _folded += count + 1;
        return new TensorData(type, make());
    }

    /// <summary>Identity of what is derived from stored tensors: the same for the same derivation.</summary>
    public object Derive(object from, object what)
    {
        if (!_derived.TryGetValue((from, what), out object? stored))
            _derived[(from, what)] = stored = new object();
        return stored;
    }
}
