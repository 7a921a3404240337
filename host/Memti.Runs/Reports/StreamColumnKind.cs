namespace Memti.Runs.Reports;

/// <summary>What a figure of a stream is.</summary>
public enum StreamColumnKind
{
    /// <summary>A number of frames.</summary>
    Count,

    /// <summary>A time from arrival to completion in milliseconds.</summary>
    Latency,

    /// <summary>A score without a unit.</summary>
    Score,
}
