namespace Memti.WeightImages.Differences;

/// <summary>How many cells go from one level to another.</summary>
/// <param name="From">Level that is there.</param>
/// <param name="To">Level that shall be there.</param>
/// <param name="Cells">Number of cells.</param>
public sealed record LevelChange(int From, int To, long Cells);
