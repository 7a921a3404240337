namespace Memti.WeightImages.Differences;

/// <summary>What differs in one tensor of two images.</summary>
/// <param name="Name">Name of the tensor.</param>
/// <param name="Cells">Its cells, check bits included.</param>
/// <param name="CellsChanged">Cells that hold something else.</param>
/// <param name="ValuesChanged">Values that are others.</param>
public sealed record TensorDiff(string Name, long Cells, long CellsChanged, long ValuesChanged);
