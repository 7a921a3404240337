namespace Memti.Abstractions.Cells;

/// <summary>How the reads of a cell fluctuate: states that it visits at random, each with an offset of the value that is read.</summary>
public sealed record ReadFluctuation
{
    /// <summary>States of the cell, 2 to 16, equally probable and equally far apart. Default: 2, telegraph noise.</summary>
    public int States { get; init; } = 2;

    /// <summary>Standard deviation of one read at read level 1, relative to the largest level; above 0.</summary>
    public required double Amplitude { get; init; }

    /// <summary>Mean time in s after which a state is drawn anew: reads dt apart correlate as exp(-dt / dwell). Null for reads that do not
    /// correlate.</summary>
    public double? DwellSeconds { get; init; }

    /// <summary>Exponent by which the amplitude falls with the read level, 0 to 2. Default: 0.5, as by averaging.</summary>
    public double Exponent { get; init; } = 0.5;

    /// <summary>Source and status of every number, in the order of the file.</summary>
    public IReadOnlyList<CellNumber> Numbers { get; init; } = [];

    /// <summary>Correlation of two reads, 0 to 1.</summary>
    /// <param name="seconds">Time between them in s.</param>
    public double Correlation(double seconds) => DwellSeconds is { } dwell ? Math.Exp(-seconds / dwell) : 0;
}
