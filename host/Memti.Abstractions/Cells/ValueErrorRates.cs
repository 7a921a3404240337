namespace Memti.Abstractions.Cells;

/// <summary>What misread cells do to values, computed from the levels: every value equally likely, cells independent.</summary>
public sealed record ValueErrorRates
{
    /// <summary>Probability that a bit is read wrong, most significant bit first.</summary>
    public required IReadOnlyList<double> BitErrorRates { get; init; }

    /// <summary>Mean of the bit error rates.</summary>
    public required double BitErrorRate { get; init; }

    /// <summary>Probability that a cell is read wrong, averaged over the cells of a value.</summary>
    public required double CellErrorRate { get; init; }

    /// <summary>Probability that a value is read wrong.</summary>
    public required double ValueErrorRate { get; init; }

    /// <summary>Expected absolute error of a value in units of its least significant bit, right values counted as zero.</summary>
    public required double MeanAbsoluteError { get; init; }

    /// <summary>Root of the expected squared error of a value in units of its least significant bit.</summary>
    public required double RootMeanSquareError { get; init; }
}
