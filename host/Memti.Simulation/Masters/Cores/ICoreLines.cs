namespace Memti.Simulation.Masters.Cores;

/// <summary>What the devices around a core tell it.</summary>
internal interface ICoreLines
{
    /// <summary>An interrupt input changed.</summary>
    void SetInterrupt(int cause, bool active);

    /// <summary>Something that may wake a core which is down has changed.</summary>
    void WakeSourceChanged();

    /// <summary>A frame passed that nobody took.</summary>
    void FrameSkipped();

    /// <summary>No frame is left.</summary>
    void EndOfWorkload();

    /// <summary>Firmware ended the run.</summary>
    /// <param name="failure">Its code for a failure; null for a pass.</param>
    void Finish(int? failure);
}
