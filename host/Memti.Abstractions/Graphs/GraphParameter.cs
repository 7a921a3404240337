using Memti.Abstractions.Training;

namespace Memti.Abstractions.Graphs;

/// <summary>A parameter of a graph.</summary>
/// <remarks>
/// Memories store each parameter as one tensor (<see cref="StoredTensor"/>), except that a batch norm N is stored as N.scale and N.shift,
/// with the running statistics folded in, and that constants are not stored. Without <see cref="Values"/> a parameter starts at random, by
/// the seed of the trainer: kernels and adapters normal with variance 2 / (rows x columns x outputs), classifiers uniform within
/// 1 / sqrt(features), biases 0, norms 1 and 0.
/// </remarks>
public sealed record GraphParameter
{
    /// <summary>Name in weight files, unique among all values and parameters of the graph.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required ParameterRole Role { get; init; }

    /// <summary>Sizes, outermost first; empty for a single number.</summary>
    public required IReadOnlyList<int> Shape { get; init; }

    /// <summary>Owner: <see cref="ParameterPart.Shared"/> or <see cref="ParameterPart.Task"/>.</summary>
    public ParameterPart Part { get; init; } = ParameterPart.Shared;

    /// <summary>Bits of a stored value, 2 to 16. Default: 8.</summary>
    public int Bits { get; init; } = 8;

    /// <summary>Initial values in row-major order; null for random ones. Default: null.</summary>
    public ReadOnlyMemory<float>? Values { get; init; }

    /// <summary>Number of values.</summary>
    public long Count => Shape.Aggregate(1L, static (product, size) => product * size);
}
