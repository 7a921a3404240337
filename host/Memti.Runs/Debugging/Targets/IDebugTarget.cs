using Memti.Abstractions.Processors;

namespace Memti.Runs.Debugging.Targets;

/// <summary>
/// What a debugger sees of a machine. While the target stands still, so does simulated time. One thread makes all calls; another may cancel
/// the token of a call that runs.
/// </summary>
public interface IDebugTarget
{
    /// <summary>Registers, breakpoints and watchpoints of the core. A restart may bring another core.</summary>
    CoreDebug Core { get; }

    /// <summary>What the target offers under <c>monitor</c>, in the order of its help.</summary>
    IReadOnlyList<MonitorCommand> Monitor { get; }

    /// <summary>Reads memory or registers of devices. Takes no simulated time and no energy, and has no side effect where a device can
    /// avoid one.</summary>
    /// <returns>False when a byte of the range cannot be read: nothing answers, or a memory has no power.</returns>
    bool TryReadMemory(ulong address, Span<byte> bytes);

    /// <summary>Writes memory or registers of devices. Takes no simulated time and no energy, and does not wear cells.</summary>
    /// <returns>False when a byte of the range cannot be written.</returns>
    bool TryWriteMemory(ulong address, ReadOnlySpan<byte> bytes);

    /// <summary>Runs until something stops the target. Power-downs and wake-ups in between do not.</summary>
    /// <param name="halt">Stops the target soon, also while its core sleeps.</param>
    DebugStop Continue(CancellationToken halt);

    /// <summary>
    /// Executes one instruction. When the core sleeps or loses power, the target runs on until the next instruction is reached.
    /// </summary>
    /// <param name="halt">As for <see cref="Continue"/>.</param>
    DebugStop Step(CancellationToken halt);

    /// <summary>Begins the run anew, from power-on. Breakpoints and watchpoints are gone.</summary>
    void Restart();
}
