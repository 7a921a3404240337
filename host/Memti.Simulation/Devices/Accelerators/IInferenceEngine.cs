namespace Memti.Simulation.Devices.Accelerators;

/// <summary>Runs inferences for a master: by plan, or through registers.</summary>
internal interface IInferenceEngine
{
    /// <summary>Runs one inference. Its components must be on and its parameters there.</summary>
    /// <param name="task">The task.</param>
    /// <param name="slot">Slot of its set; -1 when sets are read in place.</param>
    /// <param name="exposed">Picoseconds that the inference waits for a load in the background.</param>
    /// <param name="done">Called at the end; not for an inference without duration, and not when it is aborted.</param>
    /// <returns>False when it took no time and is over.</returns>
    bool Run(int task, int slot, long exposed, Action done);

    /// <summary>Forgets the inference under way: who waits for it has lost power.</summary>
    void Abandon();
}
