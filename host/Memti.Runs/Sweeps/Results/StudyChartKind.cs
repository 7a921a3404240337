namespace Memti.Runs.Sweeps.Results;

/// <summary>A kind of chart of a study.</summary>
public enum StudyChartKind
{
    /// <summary>A metric along an axis of numbers, a line for each design and each combination of the other axes.</summary>
    Lines,

    /// <summary>Every row as a point over two metrics, and which of them no other row beats.</summary>
    Front,

    /// <summary>A metric over an axis, a bar for each design and each combination of the other axes.</summary>
    Bars,
}
