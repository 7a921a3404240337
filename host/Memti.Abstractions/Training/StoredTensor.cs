namespace Memti.Abstractions.Training;

/// <summary>A parameter tensor in stored form: fixed point in two's complement, with one power-of-two scale per tensor.</summary>
/// <param name="Name">Name in the weight file, such as <c>stage2.block1.conv1.weight</c>.</param>
/// <param name="Part">Owner of the tensor: <see cref="ParameterPart.Shared"/> or <see cref="ParameterPart.Task"/>.</param>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="Bits">Bits of a value, 2 to 16.</param>
public sealed record StoredTensor(string Name, ParameterPart Part, IReadOnlyList<int> Shape, int Bits)
{
    /// <summary>Scale: code c means c x 2^-FractionBits. <see cref="ITrainer.Quantize"/> chooses it; may be negative or above
    /// <see cref="Bits"/>. Default: 0.</summary>
    public int FractionBits { get; init; }

    /// <summary>True when zeros of the tensor are pruned: a bit mask marks the other values, and only those use cells. Default:
    /// false.</summary>
    public bool Pruned { get; init; }

    /// <summary>Number of values.</summary>
    public long Count => Shape.Aggregate(1L, static (product, size) => product * size);
}
