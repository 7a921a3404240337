namespace Memti.Scenarios.Workloads;

/// <summary>Order of the tasks of a frame.</summary>
internal enum FrameOrder
{
    /// <summary>As the workload lists them.</summary>
    Fixed,

    /// <summary>Drawn from the seed for each frame.</summary>
    Shuffled,
}
