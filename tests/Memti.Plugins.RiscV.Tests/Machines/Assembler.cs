namespace Memti.Plugins.RiscV.Tests.Machines;

/// <summary>Encodes instructions, written from the tables of the specification and not from the decoder.</summary>
internal static class Assembler
{
    // opcode, function, upper; a fourth number is the second register of instructions with one operand.
    private static readonly Dictionary<string, uint[]> Table = new()
    {
        ["add"] = [0x33, 0, 0x00], ["sub"] = [0x33, 0, 0x20], ["sll"] = [0x33, 1, 0x00], ["slt"] = [0x33, 2, 0x00],
        ["sltu"] = [0x33, 3, 0x00], ["xor"] = [0x33, 4, 0x00], ["srl"] = [0x33, 5, 0x00], ["sra"] = [0x33, 5, 0x20],
        ["or"] = [0x33, 6, 0x00], ["and"] = [0x33, 7, 0x00],
        ["mul"] = [0x33, 0, 0x01], ["mulh"] = [0x33, 1, 0x01], ["mulhsu"] = [0x33, 2, 0x01], ["mulhu"] = [0x33, 3, 0x01],
        ["div"] = [0x33, 4, 0x01], ["divu"] = [0x33, 5, 0x01], ["rem"] = [0x33, 6, 0x01], ["remu"] = [0x33, 7, 0x01],
        ["sh1add"] = [0x33, 2, 0x10], ["sh2add"] = [0x33, 4, 0x10], ["sh3add"] = [0x33, 6, 0x10],
        ["andn"] = [0x33, 7, 0x20], ["orn"] = [0x33, 6, 0x20], ["xnor"] = [0x33, 4, 0x20],
        ["max"] = [0x33, 6, 0x05], ["maxu"] = [0x33, 7, 0x05], ["min"] = [0x33, 4, 0x05], ["minu"] = [0x33, 5, 0x05],
        ["rol"] = [0x33, 1, 0x30], ["ror"] = [0x33, 5, 0x30],
        ["bclr"] = [0x33, 1, 0x24], ["bext"] = [0x33, 5, 0x24], ["binv"] = [0x33, 1, 0x34], ["bset"] = [0x33, 1, 0x14],
        ["clz"] = [0x13, 1, 0x30, 0], ["ctz"] = [0x13, 1, 0x30, 1], ["cpop"] = [0x13, 1, 0x30, 2],
        ["sext.b"] = [0x13, 1, 0x30, 4], ["sext.h"] = [0x13, 1, 0x30, 5], ["zext.h"] = [0x33, 4, 0x04, 0],
        ["orc.b"] = [0x13, 5, 0x14, 7], ["rev8"] = [0x13, 5, 0x34, 24],
    };

    /// <summary>An instruction of registers alone.</summary>
    public static uint Registers(string name, int target, int first, int second)
    {
        uint[] row = Table[name];
        return row[0] | ((uint)target << 7) | (row[1] << 12) | ((uint)first << 15) | ((row.Length > 3 ? row[3] : (uint)second) << 20)
            | (row[2] << 25);
    }

    /// <summary>An instruction with an immediate of twelve bits.</summary>
    public static uint Immediate(uint opcode, uint function, int target, int first, int immediate) =>
        opcode | ((uint)target << 7) | (function << 12) | ((uint)first << 15) | ((uint)immediate << 20);
}
