namespace Memti.Networks.Onnx.Trainable;

/// <summary>A tensor of the file on its way into a graph that can be trained.</summary>
/// <param name="Name">Name of the value or parameter in the graph.</param>
/// <param name="Dims">Its shape, batch included for values that depend on the input.</param>
/// <param name="IsConstant">True when it does not depend on the input.</param>
internal sealed record TracedValue(string Name, IReadOnlyList<long> Dims, bool IsConstant)
{
    /// <summary>Values of a constant; null when they are not known.</summary>
    public float[]? Values { get; init; }

    /// <summary>True for weights that are an input of the file: they have no values, and start at random.</summary>
    public bool IsRandom { get; init; }

    /// <summary>Why the values of a constant are not known; empty otherwise.</summary>
    public string Reason { get; init; } = "";
}
