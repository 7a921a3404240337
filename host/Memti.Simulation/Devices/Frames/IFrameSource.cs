namespace Memti.Simulation.Devices.Frames;

/// <summary>The source of frames as a core sees it.</summary>
internal interface IFrameSource
{
    /// <summary>True while a frame can be taken.</summary>
    bool IsWaiting { get; }

    /// <summary>True from the taking of a frame to its completion.</summary>
    bool IsOpen { get; }

    /// <summary>True when no frame is left.</summary>
    bool IsOver { get; }

    /// <summary>Index of the frame that waits or is open; of the last one when there is none; -1 before the first.</summary>
    long Index { get; }

    /// <summary>Tasks of the open frame; empty without one.</summary>
    IReadOnlyList<int> Tasks { get; }

    /// <summary>Task whose new parameters arrived with the open frame; -1 for none.</summary>
    int Deployed { get; }

    /// <summary>True when new shared parameters arrived with the open frame.</summary>
    bool SharedDeployed { get; }

    /// <summary>Picoseconds to the next frame with work, or to the end of the workload.</summary>
    long ToNext { get; }

    /// <summary>First task of the next frame with work.</summary>
    int NextTask { get; }

    /// <summary>Takes the frame that waits. Does nothing without one.</summary>
    void Take();

    /// <summary>Completes the open frame. Does nothing without one.</summary>
    void Complete();
}
