namespace Memti.Runs.Traces;

/// <summary>Values of <c>TrackEvent.Type</c>.</summary>
internal enum PerfettoEvent
{
    /// <summary>A slice begins.</summary>
    SliceBegin = 1,

    /// <summary>The innermost slice of a track ends.</summary>
    SliceEnd = 2,

    /// <summary>Something happens.</summary>
    Instant = 3,

    /// <summary>A counter has a new value.</summary>
    Counter = 4,
}
