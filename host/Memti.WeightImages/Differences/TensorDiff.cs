namespace Memti.WeightImages.Differences;

/// <summary>Difference of one tensor in two weight images.</summary>
/// <param name="Name">Name of the tensor.</param>
/// <param name="Cells">Cells of the tensor, check bits included.</param>
/// <param name="CellsChanged">Cells with another level.</param>
/// <param name="ValuesChanged">Values that differ.</param>
public sealed record TensorDiff(string Name, long Cells, long CellsChanged, long ValuesChanged);
