using System.Runtime.InteropServices;

namespace Memti.Plugins.RiscV.Instructions;

/// <summary>An instruction, decoded once: 16 bytes that lie in unmanaged memory, one slot per halfword of code.</summary>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct Operation
{
    /// <summary>The destination of an instruction that writes no register, or writes <c>x0</c>: a register that nothing reads.</summary>
    public const byte Discard = 32;

    /// <summary>What it does.</summary>
    public OperationKind Kind;

    /// <summary>Register written; <see cref="Discard"/> for none.</summary>
    public byte Rd;

    /// <summary>First register read.</summary>
    public byte Rs1;

    /// <summary>Second register read.</summary>
    public byte Rs2;

    /// <summary>Immediate, sign-extended; distance of a jump; number of a control register; word of an illegal instruction.</summary>
    public int Immediate;

    /// <summary>Cycles when the next instruction follows, wait states of the fetch included, those of data excluded. At least 1.</summary>
    public ushort Cycles;

    /// <summary>Cycles of a taken branch or a jump, without those of <c>DecodedCode.Landing</c>. At least 1.</summary>
    public ushort TakenCycles;

    /// <summary>Length in bytes: 2 or 4.</summary>
    public byte Length;

    /// <summary>Words that its fetch takes from memory when the instruction before it followed directly: 0 or 1.</summary>
    public byte Words;

    /// <summary>Whether it calls or returns.</summary>
    public OperationFlags Flags;

    /// <summary>What it does, where <see cref="Kind"/> says that it is translated.</summary>
    public OperationKind Original;
}
