namespace Memti.Runs.Traces;

/// <summary>Part of a run, in picoseconds since its start.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">Its end, which is not in it; at most the largest <c>long</c> (106 days).</param>
internal readonly record struct TraceWindow(Int128 From, Int128 Until)
{
    /// <summary>True for a moment in it.</summary>
    public bool Contains(Int128 time) => time >= From && time < Until;
}
