namespace Memti.Plugins.RiscV.Instructions;

/// <summary>The compressed instructions of RV32C without floating point, as the full ones for which they stand.</summary>
internal static class CompressedDecoder
{
    private const uint Zero = 0;
    private const uint ReturnAddress = 1;
    private const uint StackPointer = 2;

    /// <summary>The full instruction; 0, which is illegal, for reserved encodings. Hints are legal.</summary>
    public static uint Expand(ushort half)
    {
        uint code = half;
        return (code & 3) switch
        {
            0 => First(code),
            1 => Second(code),
            2 => Third(code),
            _ => 0,
        };
    }

    private static uint First(uint code)
    {
        uint near = 8 + ((code >> 2) & 7), nearBase = 8 + ((code >> 7) & 7);
        uint offset = (((code >> 10) & 7) << 3) | (((code >> 6) & 1) << 2) | (((code >> 5) & 1) << 6);
        return (code >> 13) switch
        {
            0 => StackAddress(code, near),
            2 => Immediate(0x03, near, 2, nearBase, (int)offset),
            6 => StoreWord(nearBase, near, offset),
            _ => 0,
        };
    }

    private static uint StackAddress(uint code, uint target)
    {
        uint offset = (((code >> 7) & 15) << 6) | (((code >> 11) & 3) << 4) | (((code >> 5) & 1) << 3) | (((code >> 6) & 1) << 2);
        return offset == 0 ? 0 : Immediate(0x13, target, 0, StackPointer, (int)offset);
    }

    private static uint Second(uint code)
    {
        uint register = (code >> 7) & 31;
        int immediate = Signed(code);
        return (code >> 13) switch
        {
            0 => Immediate(0x13, register, 0, register, immediate),
            1 => Jump(ReturnAddress, JumpDistance(code)),
            2 => Immediate(0x13, register, 0, Zero, immediate),
            3 => register == StackPointer ? MoveStack(code) : UpperImmediate(register, immediate),
            4 => Arithmetic(code),
            5 => Jump(Zero, JumpDistance(code)),
            6 => Branch(0, 8 + (register & 7), BranchDistance(code)),
            _ => Branch(1, 8 + (register & 7), BranchDistance(code)),
        };
    }

    private static uint MoveStack(uint code)
    {
        uint offset = (((code >> 3) & 3) << 7) | (((code >> 5) & 1) << 6) | (((code >> 2) & 1) << 5) | (((code >> 6) & 1) << 4);
        int signed = (int)offset - (int)((code & 0x1000) >> 3);
        return signed == 0 ? 0 : Immediate(0x13, StackPointer, 0, StackPointer, signed);
    }

    private static uint UpperImmediate(uint register, int immediate) =>
        immediate == 0 ? 0 : 0x37 | (register << 7) | ((uint)immediate << 12);

    private static uint Arithmetic(uint code)
    {
        uint register = 8 + ((code >> 7) & 7), second = 8 + ((code >> 2) & 7);
        return ((code >> 10) & 3) switch
        {
            0 => Shift(code, 5, register, 0),
            1 => Shift(code, 5, register, 0x400),
            2 => Immediate(0x13, register, 7, register, Signed(code)),
            _ when (code & 0x1000) != 0 => 0,
            _ => ((code >> 5) & 3) switch
            {
                0 => Registers(0x20, second, register, 0, register),
                1 => Registers(0, second, register, 4, register),
                2 => Registers(0, second, register, 6, register),
                _ => Registers(0, second, register, 7, register),
            },
        };
    }

    private static uint Third(uint code)
    {
        uint register = (code >> 7) & 31;
        return (code >> 13) switch
        {
            0 => Shift(code, 1, register, 0),
            2 => register == 0 ? 0 : Immediate(0x03, register, 2, StackPointer, (int)LoadOffset(code)),
            4 => Move(code, register, (code >> 2) & 31),
            6 => StoreWord(StackPointer, (code >> 2) & 31, (((code >> 9) & 15) << 2) | (((code >> 7) & 3) << 6)),
            _ => 0,
        };
    }

    private static uint LoadOffset(uint code) => (((code >> 4) & 7) << 2) | (((code >> 12) & 1) << 5) | (((code >> 2) & 3) << 6);

    private static uint Move(uint code, uint register, uint second)
    {
        bool links = (code & 0x1000) != 0;
        if (second != 0)
            return Registers(0, second, links ? register : Zero, 0, register);
        if (register != 0)
            return Immediate(0x67, links ? ReturnAddress : Zero, 0, register, 0);
        return links ? 0x00100073u : 0;
    }

    private static uint Shift(uint code, uint function, uint register, int arithmetic) =>
        (code & 0x1000) != 0 ? 0 : Immediate(0x13, register, function, register, (int)((code >> 2) & 31) | arithmetic);

    private static int Signed(uint code) => (int)((code >> 2) & 31) - (int)((code & 0x1000) >> 7);

    private static int JumpDistance(uint code)
    {
        uint distance = (((code >> 3) & 7) << 1) | (((code >> 11) & 1) << 4) | (((code >> 2) & 1) << 5) | (((code >> 7) & 1) << 6)
            | (((code >> 6) & 1) << 7) | (((code >> 9) & 3) << 8) | (((code >> 8) & 1) << 10);
        return (int)distance - (int)((code & 0x1000) >> 1);
    }

    private static int BranchDistance(uint code)
    {
        uint distance = (((code >> 3) & 3) << 1) | (((code >> 10) & 3) << 3) | (((code >> 2) & 1) << 5) | (((code >> 5) & 3) << 6);
        return (int)distance - (int)((code & 0x1000) >> 4);
    }

    private static uint Immediate(uint opcode, uint rd, uint function, uint rs1, int immediate) =>
        opcode | (rd << 7) | (function << 12) | (rs1 << 15) | ((uint)immediate << 20);

    private static uint Registers(uint upper, uint rs2, uint rs1, uint function, uint rd) =>
        0x33 | (rd << 7) | (function << 12) | (rs1 << 15) | (rs2 << 20) | (upper << 25);

    private static uint StoreWord(uint rs1, uint rs2, uint offset) =>
        0x23 | ((offset & 31) << 7) | (2u << 12) | (rs1 << 15) | (rs2 << 20) | ((offset >> 5) << 25);

    private static uint Jump(uint rd, int distance)
    {
        uint bits = (uint)distance;
        return 0x6f | (rd << 7) | (bits & 0xff000) | (((bits >> 11) & 1) << 20) | (((bits >> 1) & 0x3ff) << 21)
            | (((bits >> 20) & 1) << 31);
    }

    private static uint Branch(uint function, uint rs1, int distance)
    {
        uint bits = (uint)distance;
        return 0x63 | (((bits >> 11) & 1) << 7) | (((bits >> 1) & 15) << 8) | (function << 12) | (rs1 << 15)
            | (((bits >> 5) & 63) << 25) | (((bits >> 12) & 1) << 31);
    }
}
