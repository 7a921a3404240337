using System.Numerics;
using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.State;

namespace Memti.Plugins.RiscV.Execution;

/// <summary>Entries of exceptions and interrupts, and those that no handler takes.</summary>
internal sealed unsafe class Traps(CoreState* state, ControlRegisters controls, DecodedCode code, CallLog calls)
{
    // The trap whose handler began last, and the instructions retired by then.
    private uint _cause;
    private uint _pc;
    private uint _value;
    private uint _handler;
    private long _begun = -1;

    /// <summary>The last exception without a handler; null before one, and after a reset.</summary>
    public CoreFault? Fault { get; private set; }

    /// <summary>Address of a reserved word; null when nothing is reserved.</summary>
    public uint? Reservation { get; set; }

    /// <summary>Forgets what was before a reset.</summary>
    public void Reset() => (Fault, Reservation, _begun) = (null, null, -1);

    /// <summary>Raises an exception of the present instruction.</summary>
    public void Raise(uint cause, uint pc, uint value)
    {
        state->Cycle += code.Trap;
        if (_begun == state->Instructions && pc == _handler)
            Fault = InHandler(cause, pc, value);
        else
            Enter(cause, pc, value);
    }

    /// <summary>Takes the pending interrupt of the highest priority.</summary>
    public void Interrupt()
    {
        state->Cycle += code.Trap;
        Enter(Cause.Interrupt | (uint)Highest(controls.Takable), state->Pc, 0);
    }

    // Local interrupts come first, the lowest number before the others; then external, software, timer.
    private static int Highest(uint pending)
    {
        uint local = pending >> Cause.FirstLocal;
        if (local != 0)
            return Cause.FirstLocal + BitOperations.TrailingZeroCount(local);
        if ((pending & (1 << Cause.ExternalInterrupt)) != 0)
            return Cause.ExternalInterrupt;
        return (pending & (1 << Cause.SoftwareInterrupt)) != 0 ? Cause.SoftwareInterrupt : Cause.TimerInterrupt;
    }

    private void Enter(uint cause, uint pc, uint value)
    {
        uint handler = controls.Enter(cause, pc, value);
        if (handler == 0)
        {
            Fault = new CoreFault((int)cause, $"{Cause.Describe(cause)}, and no handler (mtvec is zero)", pc, value);
            return;
        }

        (_cause, _pc, _value, _handler, _begun) = (cause, pc, value, handler, state->Instructions);
        state->Pc = handler;
        Reservation = null;
        calls.Push(pc);
        calls.Observer?.Called(state->Cycle, handler, pc);
    }

    private CoreFault InHandler(uint cause, uint pc, uint value)
    {
        string handler = $"the handler at 0x{pc:x8} raises '{Cause.Describe(cause)}' with its first instruction";
        return (_cause & Cause.Interrupt) != 0
            ? new CoreFault((int)cause, $"{Cause.Describe(cause)}: {handler}", pc, value)
            : new CoreFault((int)_cause, $"{Cause.Describe(_cause)}, and {handler}", _pc, _value);
    }
}
