using Memti.Plugins.RiscV.Instructions;
using Memti.Plugins.RiscV.Options;
using Memti.Plugins.RiscV.State;
using K = Memti.Plugins.RiscV.Instructions.OperationKind;

namespace Memti.Plugins.RiscV.Execution;

/// <summary>
/// What the interpreter's loop leaves to others: devices, misaligned and atomic accesses, control registers, traps. They find the state
/// of the core complete, and leave it complete.
/// </summary>
internal sealed unsafe class RareOperations(
    CoreState* state, PageTable pages, DecodedCode code, MemoryAccess memory, ControlRegisters controls, Traps traps, CallLog calls,
    MisalignedAccess misaligned)
{
    /// <summary>True after a WFI without a pending interrupt.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>Executes an operation at the program counter.</summary>
    public void Execute(Operation operation)
    {
        memory.Begin();
        uint pc = state->Pc;
        switch (operation.Kind)
        {
            case K.Illegal: Raise(operation, Cause.Illegal, (uint)operation.Immediate); break;
            case K.Ecall: Raise(operation, Cause.CallFromMachine, 0); break;
            case K.Ebreak: Raise(operation, Cause.Breakpoint, 0); break;
            case K.FenceI: Retire(operation, pc + 4); break;
            case K.Mret: ReturnFromTrap(operation); break;
            case K.Wfi: Retire(operation, pc + 4); IsWaiting = controls.Waking == 0; break;
            case K kind when kind.IsControl(): Control(operation); break;
            case K kind when kind.IsAtomic(): Atomic(operation); break;
            case K kind when kind.IsLoad(): Load(operation); break;
            case K kind when kind.IsStore(): Store(operation); break;
            default: throw new InvalidOperationException($"{operation.Kind} belongs to the loop.");
        }
    }

    /// <summary>Raises the fault of a fetch at the program counter.</summary>
    /// <param name="address">The part of the instruction that cannot be fetched.</param>
    /// <param name="waits">Cycles until the answer.</param>
    public void RaiseFetchFault(uint address, long waits)
    {
        state->Cycle += waits;
        state->Stalled += waits;
        traps.Raise(Cause.FetchFault, state->Pc, address);
    }

    private void Load(in Operation operation)
    {
        uint address = state->X[operation.Rs1] + (uint)operation.Immediate;
        int bytes = operation.Kind.AccessBytes();
        if ((address & (bytes - 1)) != 0 && misaligned == MisalignedAccess.Trap)
        {
            Raise(operation, Cause.MisalignedLoad, address);
            return;
        }

        if (!memory.TryLoad(address, bytes, out uint value))
        {
            Raise(operation, Cause.LoadFault, memory.Failed);
            return;
        }

        state->X[operation.Rd] = operation.Kind switch
        {
            K.Lb => (uint)(sbyte)value,
            K.Lh => (uint)(short)value,
            _ => value,
        };
        Retire(operation, state->Pc + operation.Length, MemoryAccess.Crosses(address, bytes) ? 1 : 0);
    }

    private void Store(in Operation operation)
    {
        uint address = state->X[operation.Rs1] + (uint)operation.Immediate;
        int bytes = operation.Kind.AccessBytes();
        if ((address & (bytes - 1)) != 0 && misaligned == MisalignedAccess.Trap)
            Raise(operation, Cause.MisalignedStore, address);
        else if (!memory.TryStore(address, bytes, state->X[operation.Rs2]))
            Raise(operation, Cause.StoreFault, memory.Failed);
        else
            Retire(operation, state->Pc + operation.Length, MemoryAccess.Crosses(address, bytes) ? 1 : 0);
    }

    private void Atomic(in Operation operation)
    {
        uint address = state->X[operation.Rs1];
        bool reserves = operation.Kind == K.LrW;
        if ((address & 3) != 0)
            Raise(operation, reserves ? Cause.MisalignedLoad : Cause.MisalignedStore, address);
        else if (reserves)
            Reserve(operation, address);
        else if (operation.Kind == K.ScW)
            StoreConditional(operation, address);
        else
            Modify(operation, address);
    }

    private void Reserve(in Operation operation, uint address)
    {
        if (!memory.TryLoad(address, 4, out uint value))
        {
            Raise(operation, Cause.LoadFault, address);
            return;
        }

        traps.Reservation = address;
        state->X[operation.Rd] = value;
        Retire(operation, state->Pc + 4);
    }

    private void StoreConditional(in Operation operation, uint address)
    {
        bool holds = traps.Reservation == address;
        traps.Reservation = null;
        if (holds && !memory.TryStore(address, 4, state->X[operation.Rs2]))
        {
            Raise(operation, Cause.StoreFault, address);
            return;
        }

        state->X[operation.Rd] = holds ? 0u : 1;
        Retire(operation, state->Pc + 4);
    }

    private void Modify(in Operation operation, uint address)
    {
        uint second = state->X[operation.Rs2];
        if (!memory.TryLoad(address, 4, out uint old) || !memory.TryStore(address, 4, Modified(operation.Kind, old, second)))
        {
            Raise(operation, Cause.StoreFault, address);
            return;
        }

        state->X[operation.Rd] = old;
        Retire(operation, state->Pc + 4);
    }

    private static uint Modified(K kind, uint old, uint second) => kind switch
    {
        K.AmoswapW => second,
        K.AmoaddW => old + second,
        K.AmoxorW => old ^ second,
        K.AmoandW => old & second,
        K.AmoorW => old | second,
        K.AmominW => (uint)Math.Min((int)old, (int)second),
        K.AmomaxW => (uint)Math.Max((int)old, (int)second),
        K.AmominuW => Math.Min(old, second),
        _ => Math.Max(old, second),
    };

    private void Control(in Operation operation)
    {
        bool isImmediate = operation.Kind >= K.Csrrwi;
        bool replaces = operation.Kind is K.Csrrw or K.Csrrwi;
        bool writes = replaces || operation.Rs1 != 0;
        int number = operation.Immediate;
        if (!controls.TryRead(number, out uint old) || (writes && ControlRegisters.IsReadOnly(number)))
        {
            Raise(operation, Cause.Illegal, Word(operation));
            return;
        }

        uint operand = isImmediate ? operation.Rs1 : state->X[operation.Rs1];
        uint value = replaces ? operand : operation.Kind is K.Csrrs or K.Csrrsi ? old | operand : old & ~operand;
        long before = state->Cycle - state->Skipped;
        long retired = state->Instructions;
        state->X[operation.Rd] = old;
        Retire(operation, state->Pc + 4);
        if (writes)
            controls.Write(number, value, (before, retired));
    }

    // Operations keep no word: this one is of four bytes and complete.
    private static uint Word(in Operation operation)
    {
        uint function = (uint)(operation.Kind - K.Csrrw);
        uint target = operation.Rd == Operation.Discard ? 0u : operation.Rd;
        return 0x73 | (target << 7) | ((function < 3 ? function + 1 : function + 2) << 12) | ((uint)operation.Rs1 << 15)
            | ((uint)operation.Immediate << 20);
    }

    private void ReturnFromTrap(in Operation operation)
    {
        uint target = controls.Leave();
        int cycles = code.Landing(target, out int stalls, out int words);
        if (words > 0)
            pages.Of(target)->Counters[0] += words;
        traps.Reservation = null;
        state->Stalled += stalls;
        Retire(operation, target, cycles);
        calls.Observer?.Returned(state->Cycle, target);
    }

    private void Raise(in Operation operation, uint cause, uint value)
    {
        // The fetch took place, the instruction did not.
        long waits = CountFetch(operation) + memory.Stalls;
        state->Cycle += waits;
        state->Stalled += waits;
        traps.Raise(cause, state->Pc, value);
    }

    private void Retire(in Operation operation, uint next, int cycles = 0)
    {
        state->Stalled += CountFetch(operation) + memory.Stalls;
        state->Cycle += operation.Cycles + cycles + memory.Stalls;
        state->Instructions++;
        state->Pc = next;
    }

    // Words of an instruction that came through the host are none.
    private long CountFetch(in Operation operation)
    {
        if (operation.Words == 0)
            return 0;
        MemoryPage* page = pages.Of(state->Pc);
        page->Counters[0] += operation.Words;
        return (long)operation.Words * page->ReadWaits;
    }
}
