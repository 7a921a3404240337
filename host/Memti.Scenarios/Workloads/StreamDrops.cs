namespace Memti.Scenarios.Workloads;

/// <summary>Which waiting frames of a stream are dropped.</summary>
public enum StreamDrops
{
    /// <summary>Frames whose deadline has passed.</summary>
    Late,

    /// <summary>None.</summary>
    Never,

    /// <summary>The oldest one, when a frame arrives and too many wait.</summary>
    Oldest,

    /// <summary>The one that arrives, when too many wait.</summary>
    Newest,
}
