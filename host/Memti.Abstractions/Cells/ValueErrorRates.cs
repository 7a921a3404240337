namespace Memti.Abstractions.Cells;

/// <summary>Effect of misread cells on values, computed from the levels. Assumes that all values are equally likely and cells
/// independent.</summary>
public sealed record ValueErrorRates
{
    /// <summary>Probability that each bit is misread, most significant bit first.</summary>
    public required IReadOnlyList<double> BitErrorRates { get; init; }

    /// <summary>Mean of the bit error rates.</summary>
    public required double BitErrorRate { get; init; }

    /// <summary>Probability that a cell is misread, averaged over the cells of a value.</summary>
    public required double CellErrorRate { get; init; }

    /// <summary>Probability that a value is misread.</summary>
    public required double ValueErrorRate { get; init; }

    /// <summary>Expected absolute error of a value in units of its least significant bit. Correct values count as zero.</summary>
    public required double MeanAbsoluteError { get; init; }

    /// <summary>Root of the expected squared error of a value in units of its least significant bit.</summary>
    public required double RootMeanSquareError { get; init; }
}
