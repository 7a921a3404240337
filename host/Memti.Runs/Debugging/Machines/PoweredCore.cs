using Memti.Abstractions.Processors;

namespace Memti.Runs.Debugging.Machines;

/// <summary>
/// A core as a debugger sees it: without power it has no values, so its registers read as they will be at the wake-up, and cannot be
/// written. Breakpoints and watchpoints stay.
/// </summary>
/// <param name="core">The core.</param>
/// <param name="entry">Its reset vector.</param>
/// <param name="isDown">True while it has no power.</param>
internal sealed class PoweredCore(CoreDebug core, ulong entry, Func<bool> isDown) : CoreDebug
{
    /// <summary>Registers that a reset clears: 0 to 31.</summary>
    private const int Cleared = 32;

    private const int ProgramCounterNumber = 32;

    /// <inheritdoc/>
    public override ulong ProgramCounter
    {
        get => isDown() ? entry : core.ProgramCounter;
        set
        {
            if (!isDown())
                core.ProgramCounter = value;
        }
    }

    /// <inheritdoc/>
    public override CoreFault? Fault => core.Fault;

    /// <inheritdoc/>
    public override IReadOnlyList<ulong> LastCalls => core.LastCalls;

    /// <inheritdoc/>
    public override (ulong Address, WatchKind Kind) LastWatch => core.LastWatch;

    /// <inheritdoc/>
    public override string TargetDescription => core.TargetDescription;

    /// <inheritdoc/>
    public override bool TryRead(int register, out ulong value)
    {
        if (!isDown())
            return core.TryRead(register, out value);
        value = register == ProgramCounterNumber ? entry : 0;
        return register is >= 0 and < Cleared or ProgramCounterNumber;
    }

    /// <inheritdoc/>
    public override bool TryWrite(int register, ulong value) => !isDown() && core.TryWrite(register, value);

    /// <inheritdoc/>
    public override void SetBreakpoint(ulong address, bool active) => core.SetBreakpoint(address, active);

    /// <inheritdoc/>
    public override void SetWatchpoint(ulong address, int bytes, WatchKind kind, bool active) =>
        core.SetWatchpoint(address, bytes, kind, active);

    /// <inheritdoc/>
    public override string? Disassemble(ulong address) => core.Disassemble(address);

    /// <inheritdoc/>
    public override int InstructionBytes(ulong address) => core.InstructionBytes(address);
}
