namespace Memti.Networks.Onnx.Graphs;

/// <summary>Zeros that a Pad put around a tensor. The tensor in memory lies without them.</summary>
/// <param name="Before">Zeros before the tensor, by dimension.</param>
/// <param name="After">Zeros behind the tensor, by dimension.</param>
internal sealed record ZeroBorder(IReadOnlyList<long> Before, IReadOnlyList<long> After);
