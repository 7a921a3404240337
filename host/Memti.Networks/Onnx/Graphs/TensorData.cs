using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>Values of a small constant, in the order of the tensor.</summary>
/// <param name="Type">Type of the values, one of <see cref="ElementType"/>.</param>
/// <param name="Values">The values.</param>
internal sealed record TensorData(int Type, IReadOnlyList<double> Values)
{
    /// <summary>The values as whole numbers; fractions are cut off, and what exceeds 64 bits takes the nearest number.</summary>
    public long[] Wholes => [.. Values.Select(static value => (long)value)];
}
