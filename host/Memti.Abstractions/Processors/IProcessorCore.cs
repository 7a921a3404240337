namespace Memti.Abstractions.Processors;

/// <summary>
/// A core with its registers. It never runs past <see cref="Limit"/>: the host sets it to the time of the next event, so that an interrupt
/// is taken at the very instruction.
/// </summary>
public interface IProcessorCore
{
    /// <summary>Clock cycles since the creation of the core, those in which it waited or slept included. Resets do not clear it.</summary>
    long Cycle { get; }

    /// <summary>
    /// <see cref="Run"/> executes no instruction that would begin at or after this cycle. The host may change it during its callbacks.
    /// </summary>
    long Limit { get; set; }

    /// <summary>True when the core waits for an interrupt (<c>WFI</c>).</summary>
    bool IsWaiting { get; }

    /// <summary>Cycles and instructions so far.</summary>
    CoreCounters Counters { get; }

    /// <summary>Registers by the numbers of the GNU debugger: 0 to 31, the program counter at 32, control registers from 65 on.</summary>
    CoreDebug Debug { get; }

    /// <summary>Executes instructions until one of the stops.</summary>
    CoreStop Run();

    /// <summary>Skips time without a clock: a core that waits, or has no power. Cycles skipped are neither active nor stalled.</summary>
    /// <param name="cycle">The new <see cref="Cycle"/>, not before the present one.</param>
    void SkipTo(long cycle);

    /// <summary>Returns to the reset state and sets the program counter. Registers that reset leaves open become zero.</summary>
    void Reset(ulong entry);

    /// <summary>Drives an interrupt input.</summary>
    /// <param name="cause">Number of the interrupt: 3 software, 7 timer, 11 external, 16 and above local.</param>
    /// <param name="active">True while the input is raised.</param>
    void SetInterrupt(int cause, bool active);

    /// <summary>Reports that the contents of a range changed otherwise than by this core, or that a memory gained or lost power.</summary>
    void MemoryChanged(ulong address, long bytes);
}
