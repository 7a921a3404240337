namespace Memti.Plugins.RiscV.Tests.Machines;

/// <summary>Encodes instructions, written from the tables of the specification and not from the decoder.</summary>
internal static class Assembler
{
    // opcode, function, upper; a fourth number is the second register of instructions with one operand.
    private static readonly Dictionary<string, uint[]> OfRegisters = new()
    {
        ["add"] = [0x33, 0, 0x00],
        ["sub"] = [0x33, 0, 0x20],
        ["sll"] = [0x33, 1, 0x00],
        ["slt"] = [0x33, 2, 0x00],
        ["sltu"] = [0x33, 3, 0x00],
        ["xor"] = [0x33, 4, 0x00],
        ["srl"] = [0x33, 5, 0x00],
        ["sra"] = [0x33, 5, 0x20],
        ["or"] = [0x33, 6, 0x00],
        ["and"] = [0x33, 7, 0x00],
        ["mul"] = [0x33, 0, 0x01],
        ["mulh"] = [0x33, 1, 0x01],
        ["mulhsu"] = [0x33, 2, 0x01],
        ["mulhu"] = [0x33, 3, 0x01],
        ["div"] = [0x33, 4, 0x01],
        ["divu"] = [0x33, 5, 0x01],
        ["rem"] = [0x33, 6, 0x01],
        ["remu"] = [0x33, 7, 0x01],
        ["sh1add"] = [0x33, 2, 0x10],
        ["sh2add"] = [0x33, 4, 0x10],
        ["sh3add"] = [0x33, 6, 0x10],
        ["andn"] = [0x33, 7, 0x20],
        ["orn"] = [0x33, 6, 0x20],
        ["xnor"] = [0x33, 4, 0x20],
        ["max"] = [0x33, 6, 0x05],
        ["maxu"] = [0x33, 7, 0x05],
        ["min"] = [0x33, 4, 0x05],
        ["minu"] = [0x33, 5, 0x05],
        ["rol"] = [0x33, 1, 0x30],
        ["ror"] = [0x33, 5, 0x30],
        ["bclr"] = [0x33, 1, 0x24],
        ["bext"] = [0x33, 5, 0x24],
        ["binv"] = [0x33, 1, 0x34],
        ["bset"] = [0x33, 1, 0x14],
        ["clz"] = [0x13, 1, 0x30, 0],
        ["ctz"] = [0x13, 1, 0x30, 1],
        ["cpop"] = [0x13, 1, 0x30, 2],
        ["sext.b"] = [0x13, 1, 0x30, 4],
        ["sext.h"] = [0x13, 1, 0x30, 5],
        ["zext.h"] = [0x33, 4, 0x04, 0],
        ["orc.b"] = [0x13, 5, 0x14, 7],
        ["rev8"] = [0x13, 5, 0x34, 24],
    };

    // opcode, function, bits above a shift amount (-1: an immediate of twelve bits).
    private static readonly Dictionary<string, int[]> OfImmediate = new()
    {
        ["addi"] = [0x13, 0, -1],
        ["slti"] = [0x13, 2, -1],
        ["sltiu"] = [0x13, 3, -1],
        ["xori"] = [0x13, 4, -1],
        ["ori"] = [0x13, 6, -1],
        ["andi"] = [0x13, 7, -1],
        ["jalr"] = [0x67, 0, -1],
        ["lb"] = [0x03, 0, -1],
        ["lh"] = [0x03, 1, -1],
        ["lw"] = [0x03, 2, -1],
        ["lbu"] = [0x03, 4, -1],
        ["lhu"] = [0x03, 5, -1],
        ["slli"] = [0x13, 1, 0x00],
        ["srli"] = [0x13, 5, 0x00],
        ["srai"] = [0x13, 5, 0x20],
        ["rori"] = [0x13, 5, 0x30],
        ["bclri"] = [0x13, 1, 0x24],
        ["bexti"] = [0x13, 5, 0x24],
        ["binvi"] = [0x13, 1, 0x34],
        ["bseti"] = [0x13, 1, 0x14],
    };

    private static readonly Dictionary<string, uint> Atomics = new()
    {
        ["lr.w"] = 2,
        ["sc.w"] = 3,
        ["amoswap.w"] = 1,
        ["amoadd.w"] = 0,
        ["amoxor.w"] = 4,
        ["amoand.w"] = 12,
        ["amoor.w"] = 8,
        ["amomin.w"] = 16,
        ["amomax.w"] = 20,
        ["amominu.w"] = 24,
        ["amomaxu.w"] = 28,
    };

    private static readonly string[] Branches = ["beq", "bne", "", "", "blt", "bge", "bltu", "bgeu"];
    private static readonly string[] Stores = ["sb", "sh", "sw"];
    private static readonly string[] Controls = ["", "csrrw", "csrrs", "csrrc", "", "csrrwi", "csrrsi", "csrrci"];

    public const uint Ecall = 0x73;
    public const uint Ebreak = 0x00100073;
    public const uint Mret = 0x30200073;
    public const uint Wfi = 0x10500073;
    public const uint Fence = 0x0ff0000f;
    public const uint FenceI = 0x0000100f;
    public const uint Nop = 0x13;

    public static IReadOnlyList<string> RegisterNames { get; } = [.. OfRegisters.Keys];

    public static IReadOnlyList<string> ArithmeticNames { get; } = [.. OfImmediate.Where(static row => row.Value[0] == 0x13).Select(static row => row.Key)];

    public static IReadOnlyList<string> AtomicNames { get; } = [.. Atomics.Keys.Skip(2)];

    public static uint Registers(string name, int target, int first, int second)
    {
        uint[] row = OfRegisters[name];
        return row[0] | ((uint)target << 7) | (row[1] << 12) | ((uint)first << 15) | ((row.Length > 3 ? row[3] : (uint)second) << 20)
            | (row[2] << 25);
    }

    /// <summary>Arithmetic, loads and JALR.</summary>
    public static uint Immediate(string name, int target, int first, int immediate)
    {
        int[] row = OfImmediate[name];
        uint bits = row[2] < 0 ? (uint)immediate << 20 : ((uint)immediate << 20) | ((uint)row[2] << 25);
        return (uint)row[0] | ((uint)target << 7) | ((uint)row[1] << 12) | ((uint)first << 15) | bits;
    }

    public static uint Store(string name, int source, int offset, int address) =>
        0x23 | (((uint)offset & 31) << 7) | ((uint)Stores.IndexOf(name) << 12) | ((uint)address << 15) | ((uint)source << 20)
            | (((uint)offset >> 5) << 25);

    public static uint Upper(bool relative, int target, uint value) => (relative ? 0x17u : 0x37u) | ((uint)target << 7) | (value & 0xfffff000);

    public static uint Atomic(string name, int target, int source, int address, uint ordering = 0) =>
        0x2f | ((uint)target << 7) | (2 << 12) | ((uint)address << 15) | ((uint)source << 20) | (ordering << 25) | (Atomics[name] << 27);

    public static uint Control(string name, int target, int number, int source) =>
        0x73 | ((uint)target << 7) | ((uint)Controls.IndexOf(name) << 12) | ((uint)source << 15) | ((uint)number << 20);

    public static uint Branch(string name, int first, int second, int distance)
    {
        uint bits = (uint)distance;
        return 0x63 | ((bits >> 11 & 1) << 7) | ((bits >> 1 & 15) << 8) | ((uint)Branches.IndexOf(name) << 12) | ((uint)first << 15)
            | ((uint)second << 20) | ((bits >> 5 & 63) << 25) | ((bits >> 12 & 1) << 31);
    }

    public static uint Jump(int target, int distance)
    {
        uint bits = (uint)distance;
        return 0x6f | ((uint)target << 7) | (bits & 0xff000) | ((bits >> 11 & 1) << 20) | ((bits >> 1 & 0x3ff) << 21) | ((bits >> 20 & 1) << 31);
    }
}
