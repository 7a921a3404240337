using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Traces;

/// <summary>
/// Hears what happens in a machine, in order of time. It changes nothing. Times are picoseconds since the start of the run. All calls come
/// from the thread of the run.
/// </summary>
public interface IMachineListener
{
    /// <summary>True to hear of calls and returns. A core then interprets every instruction: the same result takes longer.</summary>
    bool WantsCalls { get; }

    /// <summary>The run begins. All components with power are on.</summary>
    /// <param name="names">Names by number.</param>
    /// <param name="totals">Energy at the moment of a call; valid during the run.</param>
    void Begin(MachineNames names, IEnergyTotals totals);

    /// <summary>A component changed its power state.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="component">Id of the component.</param>
    /// <param name="state">The new state; never <see cref="PowerState.Active"/>, which activities tell.</param>
    /// <param name="latency">With <see cref="PowerState.Waking"/>, picoseconds that the component itself takes: the rest, in which it
    /// waits for slower ones, counts as on. Otherwise 0.</param>
    void Power(Int128 time, int component, PowerState state, long latency);

    /// <summary>An activity began. One without duration ends at once.</summary>
    void ActivityBegan(Int128 time, in ActivityRecord activity);

    /// <summary>An activity ended.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="activity">As it began.</param>
    /// <param name="aborted">True when it ended before its time.</param>
    void ActivityEnded(Int128 time, in ActivityRecord activity, bool aborted);

    /// <summary>A frame was delivered, completed or skipped.</summary>
    void Frame(Int128 time, in FrameRecord frame, FrameStep step);

    /// <summary>Energy is posted to another task from now on; -1 for none.</summary>
    void Task(Int128 time, int task);

    /// <summary>An interrupt source changed its level.</summary>
    void Interrupt(Int128 time, int source, bool level);

    /// <summary>Firmware wrote a mark.</summary>
    void Mark(Int128 time, uint value);

    /// <summary>Firmware wrote a word of a non-volatile memory with bytes.</summary>
    /// <param name="time">The moment at which the write began. A copy of the DMA engine tells of its words when it ends.</param>
    /// <param name="write">The word.</param>
    void Wrote(Int128 time, in WordWrite write)
    {
    }

    /// <summary>The core began to execute instructions, or to wait for an interrupt. It is active while it executes.</summary>
    void Executes(Int128 time, bool isExecuting);

    /// <summary>The core starts from its reset state.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="entry">Address of the first instruction.</param>
    void Restarted(Int128 time, ulong entry);

    /// <summary>Firmware called a function, or took a trap.</summary>
    /// <param name="time">The moment after the instruction.</param>
    /// <param name="target">First address of the callee.</param>
    /// <param name="returnsTo">Where it returns to.</param>
    void Called(Int128 time, ulong target, ulong returnsTo);

    /// <summary>Firmware returned, also from a trap.</summary>
    /// <param name="time">The moment after the instruction.</param>
    /// <param name="target">Where execution continues.</param>
    void Returned(Int128 time, ulong target);

    /// <summary>The run skipped whole periods that repeat what went before.</summary>
    /// <param name="from">Start of the skipped time.</param>
    /// <param name="to">Its end: the present moment.</param>
    /// <param name="frames">Number of skipped frames.</param>
    void Jumped(Int128 from, Int128 to, long frames);

    /// <summary>The run ended.</summary>
    void End(Int128 time);
}
