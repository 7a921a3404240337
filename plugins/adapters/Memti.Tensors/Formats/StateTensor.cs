namespace Memti.Tensors.Formats;

/// <summary>One tensor of a <see cref="StateDict"/>.</summary>
/// <param name="Name">Name, such as <c>stem.conv.weight</c>.</param>
/// <param name="Shape">Sizes, outermost first; empty for a scalar.</param>
/// <param name="Values">Values in row-major order.</param>
public sealed record StateTensor(string Name, IReadOnlyList<int> Shape, ReadOnlyMemory<float> Values);
