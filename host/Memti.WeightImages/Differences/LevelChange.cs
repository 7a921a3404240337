namespace Memti.WeightImages.Differences;

/// <summary>Number of cells that change from one level to another.</summary>
/// <param name="From">Level before.</param>
/// <param name="To">Level after.</param>
/// <param name="Cells">Number of cells.</param>
public sealed record LevelChange(int From, int To, long Cells);
