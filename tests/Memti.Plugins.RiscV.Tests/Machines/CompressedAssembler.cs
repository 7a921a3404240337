namespace Memti.Plugins.RiscV.Tests.Machines;

/// <summary>Encodes compressed instructions. Near registers are 8 to 15.</summary>
internal static class CompressedAssembler
{
    public const ushort Nop = 1;
    public const ushort Ebreak = 0x9002;

    public static ushort AddImmediate(int register, int immediate) => Register(1, 0, register, immediate);

    public static ushort LoadImmediate(int register, int immediate) => Register(1, 2, register, immediate);

    /// <summary>The immediate is not zero, the register neither 0 nor 2.</summary>
    public static ushort LoadUpper(int register, int immediate) => Register(1, 3, register, immediate);

    public static ushort ShiftLeft(int register, int amount) => Register(2, 0, register, amount);

    public static ushort Move(int register, int source) => Half(2, 4, (register << 7) | (source << 2));

    public static ushort Add(int register, int source) => Half(2, 4, (1 << 12) | (register << 7) | (source << 2));

    public static ushort JumpRegister(int register) => Half(2, 4, register << 7);

    /// <summary>0 for logical, 1 for arithmetic shifts, 2 for AND.</summary>
    public static ushort NearImmediate(int operation, int near, int immediate) =>
        Half(1, 4, (operation << 10) | ((near - 8) << 7) | ((immediate & 31) << 2) | ((immediate & 32) << 7));

    /// <summary>0 to 3 for SUB, XOR, OR, AND.</summary>
    public static ushort NearRegisters(int operation, int near, int source) =>
        Half(1, 4, (3 << 10) | ((near - 8) << 7) | (operation << 5) | ((source - 8) << 2));

    /// <summary>Offsets are multiples of four, up to 124.</summary>
    public static ushort NearAccess(bool stores, int near, int offset, int nearAddress) =>
        Half(0, stores ? 6 : 2, ((offset >> 3 & 7) << 10) | ((nearAddress - 8) << 7) | ((offset >> 2 & 1) << 6) | ((offset >> 6 & 1) << 5) | ((near - 8) << 2));

    /// <summary>Offsets are multiples of four, up to 252; the register is not zero.</summary>
    public static ushort StackLoad(int register, int offset) =>
        Half(2, 2, ((offset >> 5 & 1) << 12) | (register << 7) | ((offset >> 2 & 7) << 4) | ((offset >> 6 & 3) << 2));

    public static ushort StackStore(int register, int offset) =>
        Half(2, 6, ((offset >> 2 & 15) << 9) | ((offset >> 6 & 3) << 7) | (register << 2));

    /// <summary>The offset is a multiple of four from 4 to 1020.</summary>
    public static ushort StackAddress(int near, int offset) => Half(
        0, 0, ((offset >> 4 & 3) << 11) | ((offset >> 6 & 15) << 7) | ((offset >> 2 & 1) << 6) | ((offset >> 3 & 1) << 5) | ((near - 8) << 2));

    /// <summary>A jump, which links in x1 or does not.</summary>
    public static ushort Jump(bool links, int distance) => Half(
        1,
        links ? 1 : 5,
        ((distance >> 11 & 1) << 12) | ((distance >> 4 & 1) << 11) | ((distance >> 8 & 3) << 9) | ((distance >> 10 & 1) << 8)
            | ((distance >> 6 & 1) << 7) | ((distance >> 7 & 1) << 6) | ((distance >> 1 & 7) << 3) | ((distance >> 5 & 1) << 2));

    public static ushort Branch(bool onZero, int near, int distance) => Half(
        1,
        onZero ? 6 : 7,
        ((distance >> 8 & 1) << 12) | ((distance >> 3 & 3) << 10) | ((near - 8) << 7) | ((distance >> 6 & 3) << 5)
            | ((distance >> 1 & 3) << 3) | ((distance >> 5 & 1) << 2));

    private static ushort Register(int quadrant, int function, int register, int immediate) =>
        Half(quadrant, function, (register << 7) | ((immediate & 31) << 2) | ((immediate & 32) << 7));

    private static ushort Half(int quadrant, int function, int bits) => (ushort)(quadrant | (function << 13) | bits);
}
