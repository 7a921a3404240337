using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Cells;

/// <summary>Normal distributions of the levels of a multi-level cell, on a read scale where 0 is the lowest level and 1 the
/// highest.</summary>
/// <param name="BitsPerCell">Bits that the levels store; there are 2^BitsPerCell levels.</param>
/// <param name="Means">Mean of each level, rising.</param>
/// <param name="Sigmas">Standard deviation of each level, above zero.</param>
/// <param name="Status">How well the numbers are known.</param>
/// <param name="Source">The publication or file behind them.</param>
public sealed record LevelTable(
    int BitsPerCell, IReadOnlyList<double> Means, IReadOnlyList<double> Sigmas, NumberStatus Status, string Source);
