namespace Memti.Simulation.Frames;

/// <summary>How a frame of a stream stands.</summary>
internal enum StreamJobState
{
    /// <summary>It has arrived.</summary>
    Waiting,

    /// <summary>An accelerator works on it.</summary>
    Running,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It was dropped.</summary>
    Dropped,
}
