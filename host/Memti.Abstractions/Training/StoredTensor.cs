namespace Memti.Abstractions.Training;

/// <summary>A parameter tensor as it is stored: fixed point in two's complement, one power-of-two scale per tensor.</summary>
/// <param name="Name">Name as in the weight file, such as <c>stage2.block1.conv1.weight</c>.</param>
/// <param name="Part">Whose it is: <see cref="ParameterPart.Shared"/> or <see cref="ParameterPart.Task"/>.</param>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="Bits">Bits of a value, 2 to 16.</param>
public sealed record StoredTensor(string Name, ParameterPart Part, IReadOnlyList<int> Shape, int Bits)
{
    /// <summary>A code c stands for c x 2^-FractionBits. Chosen by <see cref="ITrainer.Quantize"/>; may be negative or more than <see cref="Bits"/>.</summary>
    public int FractionBits { get; init; }

    /// <summary>True when zeros of the tensor are pruned: a bit mask says where values are, and only those take cells.</summary>
    public bool Pruned { get; init; }

    /// <summary>Number of values.</summary>
    public long Count => Shape.Aggregate(1L, static (product, size) => product * size);
}
