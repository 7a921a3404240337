using K = Memti.Plugins.RiscV.Instructions.OperationKind;

namespace Memti.Plugins.RiscV.Instructions;

/// <summary>
/// Decodes RV32IMAC with Zicsr, Zifencei, Zba, Zbb and Zbs. Reserved encodings are illegal, except where the specification asks to
/// ignore a field (<c>FENCE</c>, <c>FENCE.I</c>). Costs are left zero.
/// </summary>
internal static class Decoder
{
    /// <summary>True when a first halfword begins an instruction of four bytes.</summary>
    public static bool IsFull(ushort first) => (first & 3) == 3;

    /// <summary>Decodes an instruction.</summary>
    /// <param name="word">The instruction; of a compressed one, the low half.</param>
    public static Operation Decode(uint word)
    {
        if ((word & 3) == 3)
            return Full(word) with { Length = 4 };
        uint expanded = CompressedDecoder.Expand((ushort)word);
        return expanded == 0 ? Illegal(word & 0xffff, 2) : Full(expanded) with { Length = 2 };
    }

    private static Operation Illegal(uint word, byte length) =>
        new() { Kind = K.Illegal, Rd = Operation.Discard, Immediate = (int)word, Length = length };

    private static Operation Full(uint word)
    {
        uint rd = (word >> 7) & 31, rs1 = (word >> 15) & 31, rs2 = (word >> 20) & 31;
        (K kind, int immediate) = Meaning(word);
        return kind == K.Illegal ? Illegal(word, 4) : new Operation
        {
            Kind = kind,
            Rd = rd == 0 || kind.IsBranch() || kind.IsStore() || kind is K.Fence or K.FenceI ? Operation.Discard : (byte)rd,
            Rs1 = (byte)rs1,
            Rs2 = (byte)rs2,
            Immediate = immediate,
            Flags = kind is K.Jal or K.Jalr ? Jump(kind, rd, rs1) : OperationFlags.None,
        };
    }

    private static OperationFlags Jump(K kind, uint rd, uint rs1)
    {
        bool links = rd is 1 or 5;
        bool returns = kind == K.Jalr && (rs1 is 1 or 5) && rd != rs1;
        return (links ? OperationFlags.Call : 0) | (returns ? OperationFlags.Return : 0);
    }

    private static (K Kind, int Immediate) Meaning(uint word)
    {
        uint function = (word >> 12) & 7;
        int immediate = (int)word >> 20;
        return (word & 0x7f) switch
        {
            0x03 => (Load(function), immediate),
            0x0f => (function switch { 0 => K.Fence, 1 => K.FenceI, _ => K.Illegal }, 0),
            0x13 => WithImmediate(word, function, immediate),
            0x17 => (K.Auipc, (int)(word & 0xfffff000)),
            0x23 => (Store(function), ((int)(word & 0xfe000000) >> 20) | (int)((word >> 7) & 31)),
            0x2f => (function == 2 ? Atomic(word) : K.Illegal, 0),
            0x33 => (WithRegisters(word >> 25, function, (word >> 20) & 31), 0),
            0x37 => (K.Lui, (int)(word & 0xfffff000)),
            0x63 => (Branch(function), BranchDistance(word)),
            0x67 => (function == 0 ? K.Jalr : K.Illegal, immediate),
            0x6f => (K.Jal, JumpDistance(word)),
            0x73 => (System(word, function), (int)(word >> 20)),
            _ => (K.Illegal, 0),
        };
    }

    private static int BranchDistance(uint word) =>
        ((int)(word & 0x80000000) >> 19) | (int)((word & 0x80) << 4) | (int)((word >> 20) & 0x7e0) | (int)((word >> 7) & 0x1e);

    private static int JumpDistance(uint word) =>
        ((int)(word & 0x80000000) >> 11) | (int)(word & 0xff000) | (int)((word >> 9) & 0x800) | (int)((word >> 20) & 0x7fe);

    private static K Load(uint function) =>
        function switch { 0 => K.Lb, 1 => K.Lh, 2 => K.Lw, 4 => K.Lbu, 5 => K.Lhu, _ => K.Illegal };

    private static K Store(uint function) => function switch { 0 => K.Sb, 1 => K.Sh, 2 => K.Sw, _ => K.Illegal };

    private static K Branch(uint function) =>
        function switch { 0 => K.Beq, 1 => K.Bne, 4 => K.Blt, 5 => K.Bge, 6 => K.Bltu, 7 => K.Bgeu, _ => K.Illegal };

    private static (K Kind, int Immediate) WithImmediate(uint word, uint function, int immediate) => function switch
    {
        0 => (K.Addi, immediate),
        1 => (LeftShift(word >> 25, (word >> 20) & 31), immediate & 31),
        2 => (K.Slti, immediate),
        3 => (K.Sltiu, immediate),
        4 => (K.Xori, immediate),
        5 => (RightShift(word >> 25, (word >> 20) & 31), immediate & 31),
        6 => (K.Ori, immediate),
        _ => (K.Andi, immediate),
    };

    private static K LeftShift(uint upper, uint lower) => (upper, lower) switch
    {
        (0x00, _) => K.Slli,
        (0x14, _) => K.Bseti,
        (0x24, _) => K.Bclri,
        (0x34, _) => K.Binvi,
        (0x30, 0) => K.Clz,
        (0x30, 1) => K.Ctz,
        (0x30, 2) => K.Cpop,
        (0x30, 4) => K.SextB,
        (0x30, 5) => K.SextH,
        _ => K.Illegal,
    };

    private static K RightShift(uint upper, uint lower) => (upper, lower) switch
    {
        (0x00, _) => K.Srli,
        (0x20, _) => K.Srai,
        (0x24, _) => K.Bexti,
        (0x30, _) => K.Rori,
        (0x14, 7) => K.OrcB,
        (0x34, 24) => K.Rev8,
        _ => K.Illegal,
    };

    private static K WithRegisters(uint upper, uint function, uint second) => (upper, function) switch
    {
        (0x00, 0) => K.Add,
        (0x00, 1) => K.Sll,
        (0x00, 2) => K.Slt,
        (0x00, 3) => K.Sltu,
        (0x00, 4) => K.Xor,
        (0x00, 5) => K.Srl,
        (0x00, 6) => K.Or,
        (0x00, 7) => K.And,
        (0x01, _) => K.Mul + (byte)function,
        (0x04, 4) when second == 0 => K.ZextH,
        (0x05, 4) => K.Min,
        (0x05, 5) => K.Minu,
        (0x05, 6) => K.Max,
        (0x05, 7) => K.Maxu,
        (0x10, 2) => K.Sh1add,
        (0x10, 4) => K.Sh2add,
        (0x10, 6) => K.Sh3add,
        (0x14, 1) => K.Bset,
        (0x20, 0) => K.Sub,
        (0x20, 4) => K.Xnor,
        (0x20, 5) => K.Sra,
        (0x20, 6) => K.Orn,
        (0x20, 7) => K.Andn,
        (0x24, 1) => K.Bclr,
        (0x24, 5) => K.Bext,
        (0x30, 1) => K.Rol,
        (0x30, 5) => K.Ror,
        (0x34, 1) => K.Binv,
        _ => K.Illegal,
    };

    private static K Atomic(uint word) => (word >> 27) switch
    {
        0x00 => K.AmoaddW,
        0x01 => K.AmoswapW,
        0x02 => ((word >> 20) & 31) == 0 ? K.LrW : K.Illegal,
        0x03 => K.ScW,
        0x04 => K.AmoxorW,
        0x08 => K.AmoorW,
        0x0c => K.AmoandW,
        0x10 => K.AmominW,
        0x14 => K.AmomaxW,
        0x18 => K.AmominuW,
        0x1c => K.AmomaxuW,
        _ => K.Illegal,
    };

    private static K System(uint word, uint function) => function switch
    {
        1 => K.Csrrw,
        2 => K.Csrrs,
        3 => K.Csrrc,
        5 => K.Csrrwi,
        6 => K.Csrrsi,
        7 => K.Csrrci,
        _ => word switch
        {
            0x00000073 => K.Ecall,
            0x00100073 => K.Ebreak,
            0x30200073 => K.Mret,
            0x10500073 => K.Wfi,
            _ => K.Illegal,
        },
    };
}
