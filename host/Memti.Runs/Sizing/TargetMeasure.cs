namespace Memti.Runs.Sizing;

/// <summary>What a target limits.</summary>
public enum TargetMeasure
{
    /// <summary>Share of the frames with work that were late or skipped.</summary>
    Missed,

    /// <summary>Share of them that were skipped.</summary>
    Dropped,

    /// <summary>Share of the time with power.</summary>
    Availability,

    /// <summary>Days until the storage is empty.</summary>
    Life,

    /// <summary>Number of brown-outs.</summary>
    BrownOuts,

    /// <summary>Seconds to the first completed frame.</summary>
    FirstFrame,
}
