using Memti.Plugins.RiscV.Instructions;
using Memti.Plugins.RiscV.Options;
using K = Memti.Plugins.RiscV.Instructions.OperationKind;

namespace Memti.Plugins.RiscV.Timing;

/// <summary>Cycles of the classes of instructions, without wait states of memories.</summary>
internal sealed record CycleTable
{
    /// <summary>
    /// Ibex with its default parameters (doc/pipeline_details.rst, two stages). A division by zero takes 2 cycles there: here it takes as
    /// long as any other, so that no cost depends on an operand. The document does not state traps and MRET (here as a jump) and WFI
    /// (here one cycle). Ibex has no atomic instructions: a load and a store.
    /// </summary>
    public static CycleTable Ibex { get; } = new()
    {
        Load = 2,
        Store = 2,
        Atomic = 4,
        Jump = 2,
        BranchTaken = 3,
        Multiply = 3,
        MultiplyHigh = 4,
        Divide = 38,
        FenceI = 2,
        Trap = 2,
    };

    /// <summary>
    /// CV32E40P (docs/source/pipeline.rst). A division takes 3 to 35 cycles by its divisor: here always 35, for no cost depends on an
    /// operand. The document does not state traps and MRET (here as a jump), WFI (here one cycle) and atomic instructions (a load and a
    /// store).
    /// </summary>
    public static CycleTable Cv32e40p { get; } = new()
    {
        Load = 1,
        Store = 1,
        Atomic = 2,
        Jump = 2,
        BranchTaken = 3,
        Multiply = 1,
        MultiplyHigh = 5,
        Divide = 35,
        FenceI = 2,
        Trap = 2,
        MachineControl = 4,
        UnalignedTarget = 1,
        LoadUse = 1,
        JumpUse = 1,
    };

    /// <summary>A load.</summary>
    public required int Load { get; init; }

    /// <summary>A store.</summary>
    public required int Store { get; init; }

    /// <summary>An atomic read-modify-write.</summary>
    public required int Atomic { get; init; }

    /// <summary>A jump.</summary>
    public required int Jump { get; init; }

    /// <summary>A taken branch.</summary>
    public required int BranchTaken { get; init; }

    /// <summary>A multiplication, low word.</summary>
    public required int Multiply { get; init; }

    /// <summary>A multiplication, high word.</summary>
    public required int MultiplyHigh { get; init; }

    /// <summary>A division or remainder.</summary>
    public required int Divide { get; init; }

    /// <summary>A FENCE.I.</summary>
    public required int FenceI { get; init; }

    /// <summary>The entry of an exception, in place of the instruction's cycles, or of an interrupt.</summary>
    public required int Trap { get; init; }

    /// <summary>An access to a trap register or a counter.</summary>
    public int MachineControl { get; init; } = 1;

    /// <summary>A jump to an instruction of four bytes that is not aligned to a word, in addition.</summary>
    public int UnalignedTarget { get; init; }

    /// <summary>A load whose next instruction uses its value, in addition.</summary>
    public int LoadUse { get; init; }

    /// <summary>An instruction whose next instruction jumps to its value, in addition.</summary>
    public int JumpUse { get; init; }

    /// <summary>True when the cycles of an instruction depend on the one after it.</summary>
    public bool HasHazards => LoadUse + JumpUse > 0;

    /// <summary>The table of a core.</summary>
    public static CycleTable Of(CoreTiming timing) => timing == CoreTiming.Ibex ? Ibex : Cv32e40p;

    /// <summary>Cycles when the next instruction follows.</summary>
    public int Cycles(in Operation operation) => operation.Kind switch
    {
        K.Jal or K.Jalr or K.Mret => Jump,
        K.Illegal or K.Ecall or K.Ebreak => Trap,
        K.FenceI => FenceI,
        K.Mul => Multiply,
        K.Mulh or K.Mulhsu or K.Mulhu => MultiplyHigh,
        K.Div or K.Divu or K.Rem or K.Remu => Divide,
        K.LrW => Load,
        K.ScW => Store,
        K kind when kind.IsLoad() => Load,
        K kind when kind.IsStore() => Store,
        K kind when kind.IsAtomic() => Atomic,
        K kind when kind.IsControl() => IsMachineControl(operation.Immediate) ? MachineControl : 1,
        _ => 1,
    };

    /// <summary>Cycles when it jumps.</summary>
    public int TakenCycles(in Operation operation) => operation.Kind.IsBranch() ? BranchTaken : Cycles(operation);

    /// <summary>Cycles that an instruction takes in addition because of the one that follows it. It never jumps between them, so this
    /// is known without running; an interrupt that is taken between them does not shorten it.</summary>
    public int Hazard(in Operation operation, in Operation next)
    {
        if (operation.Rd == Operation.Discard || operation.Kind is K.Jal or K.Jalr)
            return 0;
        bool first = next.Kind.ReadsFirst() && next.Rs1 == operation.Rd;
        bool second = next.Kind.ReadsSecond() && next.Rs2 == operation.Rd;
        bool loads = operation.Kind.IsLoad() || operation.Kind.IsAtomic();
        return (loads && (first || second) ? LoadUse : 0) + (first && next.Kind == K.Jalr ? JumpUse : 0);
    }

    // The registers that the document names: mstatus, mtvec, mepc, mcause and all counters.
    private static bool IsMachineControl(int register) =>
        register is 0x300 or 0x305 or 0x341 or 0x342 or (>= 0x320 and <= 0x33f) or (>= 0xb00 and <= 0xbff) or (>= 0xc00 and <= 0xcff);
}
