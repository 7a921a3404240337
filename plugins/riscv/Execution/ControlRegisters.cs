using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.State;
using N = Memti.Plugins.RiscV.Execution.ControlNumber;

namespace Memti.Plugins.RiscV.Execution;

/// <summary>
/// The control and status registers of a core with machine mode alone. There are no triggers: <c>tselect</c> and its data read as zero.
/// </summary>
internal sealed unsafe class ControlRegisters(CoreState* state, IProcessorHost host)
{
    /// <summary>Value of <c>misa</c>: 32 bits; A, B (Zba, Zbb, Zbs), C, I and M. Writes change nothing.</summary>
    public const uint MisaValue = 0x40000000 | (1 << 0) | (1 << 1) | (1 << 2) | (1 << 8) | (1 << 12);

    private const uint Enabled = 1 << 3;
    private const uint EnabledBefore = 1 << 7;
    private const uint MachineBefore = 3 << 11;

    // Software, timer, external, and 16 local interrupts.
    private const uint Interrupts = 0xffff0000 | (1 << Execution.Cause.ExternalInterrupt) | (1 << Execution.Cause.TimerInterrupt)
        | (1 << Execution.Cause.SoftwareInterrupt);

    private readonly Counter _cycles = new();
    private readonly Counter _instructions = new();
    private uint _vector;
    private uint _scratch;
    private uint _inhibited;

    /// <summary>Bits of <c>mip</c>: the interrupt inputs.</summary>
    public uint Pending { get; private set; }

    /// <summary>Bits of <c>mie</c>.</summary>
    public uint Enables { get; private set; }

    /// <summary>Value of <c>mstatus</c>.</summary>
    public uint Status { get; private set; } = MachineBefore;

    /// <summary>Value of <c>mcause</c>.</summary>
    public uint Cause { get; private set; }

    /// <summary>Value of <c>mtval</c>.</summary>
    public uint Value { get; private set; }

    /// <summary>Value of <c>mepc</c>.</summary>
    public uint Exception { get; private set; }

    /// <summary>Interrupts that wake the core: pending and enabled one by one.</summary>
    public uint Waking => Pending & Enables;

    /// <summary>Interrupts that the core takes now.</summary>
    public uint Takable => (Status & Enabled) != 0 ? Waking : 0;

    private long Clocked => state->Cycle - state->Skipped;

    /// <summary>Drives an input.</summary>
    public void Drive(int cause, bool active)
    {
        uint bit = (1u << cause) & Interrupts;
        Pending = active ? Pending | bit : Pending & ~bit;
    }

    /// <summary>True when an input exists.</summary>
    public static bool HasInput(int cause) => cause is >= 0 and < 32 && (Interrupts & (1u << cause)) != 0;

    /// <summary>The state after reset. Interrupt inputs keep their level; counters begin at zero.</summary>
    public void Reset()
    {
        Enables = Cause = Value = Exception = _vector = _scratch = _inhibited = 0;
        Status = MachineBefore;
        _cycles.Clear(Clocked);
        _instructions.Clear(state->Instructions);
    }

    /// <summary>Saves the state of a trap and masks interrupts.</summary>
    /// <returns>Address of the handler; 0 when there is none.</returns>
    public uint Enter(uint cause, uint pc, uint value)
    {
        uint handler = _vector & ~3u;
        if (handler == 0)
            return 0;
        Status = MachineBefore | ((Status & Enabled) << 4);
        Exception = pc;
        Cause = cause;
        Value = value;
        bool isVectored = (_vector & 1) != 0 && (cause & Execution.Cause.Interrupt) != 0;
        return isVectored ? handler + (4 * (cause & 31)) : handler;
    }

    /// <summary>Restores the state before the trap.</summary>
    /// <returns>Where execution continues.</returns>
    public uint Leave()
    {
        Status = MachineBefore | EnabledBefore | ((Status & EnabledBefore) >> 4);
        return Exception;
    }

    /// <summary>Reads a register.</summary>
    /// <returns>False when there is none of this number.</returns>
    public bool TryRead(int number, out uint value)
    {
        uint? read = Trap(number) ?? Counters(number) ?? Constant(number);
        value = read ?? 0;
        return read is not null;
    }

    /// <summary>
    /// Writes a register, after the writing instruction has retired. Writes to registers without a writable bit change nothing.
    /// </summary>
    /// <param name="number">Number of a register that exists and may be written.</param>
    /// <param name="value">The value.</param>
    /// <param name="before">Cycles with a clock, and retired instructions, before the writing instruction.</param>
    public void Write(int number, uint value, (long Cycles, long Instructions) before)
    {
        switch (number)
        {
            case N.Mstatus: Status = MachineBefore | (value & (Enabled | EnabledBefore)); break;
            case N.Mie: Enables = value & Interrupts; break;
            case N.Mtvec: _vector = value & ~2u; break;
            case N.Mscratch: _scratch = value; break;
            case N.Mepc: Exception = value & ~1u; break;
            case N.Mcause: Cause = value; break;
            case N.Mtval: Value = value; break;
            case N.Mcountinhibit: Inhibit(value & 5); break;
            case N.Mcycle or N.Mcycle + N.Upper: _cycles.Write(number != N.Mcycle, value, before.Cycles, Clocked); break;
            case N.Minstret or N.Minstret + N.Upper:
                _instructions.Write(number != N.Minstret, value, before.Instructions, state->Instructions);
                break;
        }
    }

    /// <summary>Writes a register between two instructions, for a debugger.</summary>
    public void Write(int number, uint value) => Write(number, value, (Clocked, state->Instructions));

    /// <summary>True when the upper bits of a number say that its register is read-only.</summary>
    public static bool IsReadOnly(int number) => (number >> 10) == 3;

    private uint? Trap(int number) => number switch
    {
        N.Mstatus => Status,
        N.Mstatush => 0,
        N.Misa => MisaValue,
        N.Mie => Enables,
        N.Mtvec => _vector,
        N.Mscratch => _scratch,
        N.Mepc => Exception,
        N.Mcause => Cause,
        N.Mtval => Value,
        N.Mip => Pending,
        _ => null,
    };

    private uint? Counters(int number) => number switch
    {
        N.Mcountinhibit => _inhibited,
        N.Mcycle or N.Cycle => (uint)_cycles.Read(Clocked),
        N.Minstret or N.Instret => (uint)_instructions.Read(state->Instructions),
        N.Time => (uint)host.TimerTicks,
        N.Mcycle + N.Upper or N.Cycle + N.Upper => (uint)(_cycles.Read(Clocked) >> 32),
        N.Minstret + N.Upper or N.Instret + N.Upper => (uint)(_instructions.Read(state->Instructions) >> 32),
        N.Time + N.Upper => (uint)(host.TimerTicks >> 32),
        _ => null,
    };

    // Counters of events exist and count nothing.
    private static uint? Constant(int number) => number switch
    {
        >= N.Mvendorid and <= N.Mconfigptr => 0,
        >= N.Mhpmevent3 and <= N.Mhpmevent31 => 0,
        >= N.Mhpmcounter3 and <= N.Mhpmcounter31 => 0,
        >= N.Mhpmcounter3 + N.Upper and <= N.Mhpmcounter31 + N.Upper => 0,
        > N.Instret and <= N.Hpmcounter31 => 0,
        > N.Instret + N.Upper and <= N.Hpmcounter31 + N.Upper => 0,
        >= N.Tselect and <= N.Tdata3 => 0,
        _ => null,
    };

    private void Inhibit(uint value)
    {
        _inhibited = value;
        _cycles.Stop((value & 1) != 0, Clocked);
        _instructions.Stop((value & 4) != 0, state->Instructions);
    }
}
