namespace Memti.Abstractions;

/// <summary>
/// The levels of a memory cell as a sense amplifier meets them: one normal distribution per level, lowest first, on a read scale where 0 is the
/// mean of the lowest level and 1 that of the highest. The table is data as its author wrote it; the host checks it before use.
/// </summary>
public sealed record LevelTable
{
    /// <summary>The memory technology, such as <c>rram</c>; named in messages.</summary>
    public required string Technology { get; init; }

    /// <summary>Bits stored in one cell, 1 to 8; the table has 2^b levels.</summary>
    public required int BitsPerCell { get; init; }

    /// <summary>Mean of each level on the read scale, dimensionless, strictly rising.</summary>
    public required IReadOnlyList<double> Means { get; init; }

    /// <summary>Standard deviation of each level on the read scale, dimensionless, above 0.</summary>
    public required IReadOnlyList<double> Sigmas { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public required string Source { get; init; }

    /// <summary>How well the numbers are known.</summary>
    public required NumberStatus Status { get; init; }
}
