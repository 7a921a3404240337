using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Execution;
using Memti.Plugins.RiscV.State;

namespace Memti.Plugins.RiscV.Debugging;

/// <summary>A core as a debugger sees it.</summary>
internal sealed unsafe class RiscVDebug(
    CoreState* state, ControlRegisters controls, DecodedCode code, Traps traps, CallLog calls, Breakpoints breakpoints)
    : CoreDebug
{
    private const int ProgramCounterNumber = 32;
    private const int FirstControl = 65;
    private const int Controls = 4096;

    /// <inheritdoc />
    public override ulong ProgramCounter
    {
        get => state->Pc;
        set => state->Pc = (uint)value & ~1u;
    }

    /// <inheritdoc />
    public override CoreFault? Fault => traps.Fault;

    /// <inheritdoc />
    public override IReadOnlyList<ulong> LastCalls => calls.Last();

    /// <inheritdoc />
    public override (ulong Address, WatchKind Kind) LastWatch => Watched;

    /// <inheritdoc />
    public override string TargetDescription => Debugging.TargetDescription.Xml;

    /// <summary>What the last watchpoint saw.</summary>
    internal (ulong Address, WatchKind Kind) Watched { get; set; }

    /// <inheritdoc />
    public override bool TryRead(int register, out ulong value)
    {
        uint read = 0;
        bool found = register switch
        {
            >= 0 and < ProgramCounterNumber => Found(out read, state->X[register]),
            ProgramCounterNumber => Found(out read, state->Pc),
            >= FirstControl and < FirstControl + Controls => controls.TryRead(register - FirstControl, out read),
            _ => false,
        };
        value = read;
        return found;
    }

    /// <inheritdoc />
    public override bool TryWrite(int register, ulong value)
    {
        if (!TryRead(register, out _))
            return false;
        if (register == ProgramCounterNumber)
            ProgramCounter = value;
        else if (register is > 0 and < ProgramCounterNumber)
            state->X[register] = (uint)value;
        else if (register >= FirstControl && !ControlRegisters.IsReadOnly(register - FirstControl))
            controls.Write(register - FirstControl, (uint)value);
        return true;
    }

    /// <inheritdoc />
    public override void SetBreakpoint(ulong address, bool active) => breakpoints.Set((uint)address, active);

    /// <inheritdoc />
    public override void SetWatchpoint(ulong address, int bytes, WatchKind kind, bool active) =>
        breakpoints.Watch((uint)address, bytes, kind, active);

    /// <inheritdoc />
    public override string? Disassemble(ulong address) =>
        address <= uint.MaxValue && code.TryPeek((uint)address, out uint word) ? Disassembler.Text(word, (uint)address) : null;

    /// <inheritdoc />
    public override int InstructionBytes(ulong address) =>
        address <= uint.MaxValue && code.TryPeek((uint)address, out uint word) && (word & 3) != 3 ? 2 : 4;

    private static bool Found(out uint read, uint value)
    {
        read = value;
        return true;
    }
}
