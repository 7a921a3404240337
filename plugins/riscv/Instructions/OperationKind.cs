namespace Memti.Plugins.RiscV.Instructions;

/// <summary>What an instruction does. Neighbours of one class stand together, so that a range names a class.</summary>
internal enum OperationKind : byte
{
    /// <summary>Not decoded yet: the value of fresh memory.</summary>
    None,

    /// <summary>Behind the last instruction of a page.</summary>
    Boundary,

    /// <summary>Begins translated code; <see cref="Operation.Original"/> is what it does.</summary>
    Translated,

    /// <summary>No instruction; <see cref="Operation.Immediate"/> is its word.</summary>
    Illegal,

    Lui,
    Auipc,
    Jal,
    Jalr,

    Beq,
    Bne,
    Blt,
    Bge,
    Bltu,
    Bgeu,

    Lb,
    Lh,
    Lw,
    Lbu,
    Lhu,

    Sb,
    Sh,
    Sw,

    // Register and immediate.
    Addi,
    Slti,
    Sltiu,
    Xori,
    Ori,
    Andi,
    Slli,
    Srli,
    Srai,
    Rori,
    Bclri,
    Bexti,
    Binvi,
    Bseti,

    // One register.
    Clz,
    Ctz,
    Cpop,
    SextB,
    SextH,
    ZextH,
    OrcB,
    Rev8,

    // Two registers.
    Add,
    Sub,
    Sll,
    Slt,
    Sltu,
    Xor,
    Srl,
    Sra,
    Or,
    And,
    Sh1add,
    Sh2add,
    Sh3add,
    Andn,
    Orn,
    Xnor,
    Max,
    Maxu,
    Min,
    Minu,
    Rol,
    Ror,
    Bclr,
    Bext,
    Binv,
    Bset,
    Mul,
    Mulh,
    Mulhsu,
    Mulhu,
    Div,
    Divu,
    Rem,
    Remu,

    Fence,

    // From here on: everything that the interpreter does outside its loop, and that is never translated.
    FenceI,
    Ecall,
    Ebreak,
    Mret,
    Wfi,

    // The control register is the immediate; the immediate forms hold their number in Rs1.
    Csrrw,
    Csrrs,
    Csrrc,
    Csrrwi,
    Csrrsi,
    Csrrci,

    LrW,
    ScW,
    AmoswapW,
    AmoaddW,
    AmoxorW,
    AmoandW,
    AmoorW,
    AmominW,
    AmomaxW,
    AmominuW,
    AmomaxuW,
}
