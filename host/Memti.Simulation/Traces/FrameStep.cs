namespace Memti.Simulation.Traces;

/// <summary>What happened to a frame.</summary>
public enum FrameStep
{
    /// <summary>A master received it.</summary>
    Delivered,

    /// <summary>A master completed it.</summary>
    Completed,

    /// <summary>It had work, and its slot passed; or a master received it and never completed it.</summary>
    Skipped,
}
