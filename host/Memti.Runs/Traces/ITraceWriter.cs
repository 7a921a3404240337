using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Traces;

/// <summary>
/// Writes one window of a run. Times are picoseconds since the start of the run and never go back. At the start of the window comes all
/// that holds then. States, task and power come once for each moment; the last value of the moment counts.
/// </summary>
internal interface ITraceWriter
{
    /// <summary>Opens the window.</summary>
    void Begin(MachineNames names, long time);

    /// <summary>A component changes its state.</summary>
    void State(long time, int component, PowerState state);

    /// <summary>Power of the machine, and its energy since the start of the window.</summary>
    void Power(long time, double watts, double joules);

    /// <summary>Time and energy belong to another task; -1 for none.</summary>
    void Task(long time, int task);

    /// <summary>An activity begins.</summary>
    void Began(long time, in ActivityRecord activity);

    /// <summary>An activity ends.</summary>
    void Ended(long time, in ActivityRecord activity, bool aborted);

    /// <summary>A frame is delivered, completed or skipped.</summary>
    void Frame(long time, in FrameRecord frame, FrameStep step);

    /// <summary>An interrupt input changes its level.</summary>
    void Interrupt(long time, int source, bool raised);

    /// <summary>Firmware marks the moment.</summary>
    void Mark(long time, uint value);

    /// <summary>Firmware enters a function.</summary>
    void Enter(long time, string function);

    /// <summary>Firmware leaves the innermost function.</summary>
    /// <param name="time">Present time.</param>
    /// <param name="outer">The function that it is in now; null for none.</param>
    void Leave(long time, string? outer);

    /// <summary>Closes the window and writes what is left.</summary>
    void End(long time);
}
