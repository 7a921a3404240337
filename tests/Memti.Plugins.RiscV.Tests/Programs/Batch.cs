using Memti.Plugins.RiscV.Tests.Machines;

namespace Memti.Plugins.RiscV.Tests.Programs;

/// <summary>
/// Many random programs in one image. Each begins with random registers and a random window, and ends by writing its registers, a
/// checksum of the window and one of its traps to the console, in binary.
/// </summary>
internal static class Batch
{
    /// <summary>Bytes that a program writes.</summary>
    public const int Record = 4 * Words;

    /// <summary>RAM that an image of a thousand programs needs.</summary>
    public const int RamBytes = 16 << 20;

    private const int Words = 33;
    private const int Window = 1024;
    private const uint WindowBase = TestMachine.RamBase + RamBytes - 0x10000;
    private const uint Save = TestMachine.RamBase + RamBytes - 0x8000;
    private const int Mscratch = 0x340;

    public static byte[] Image(int seed, int programs)
    {
        var random = new Random(seed);
        CodeBuilder code = new(TestMachine.RamBase);
        code.La(5, "handler").Csr("csrrw", 0, 0x305, 5).Li(5, Save).Csr("csrrw", 0, Mscratch, 5).Jal(0, "begin").Align(4);
        Handler(code);
        Report(code);
        code.Label("begin");
        for (int program = 0; program < programs; program++)
            Program(code, random);
        code.Li(5, TestMachine.Finisher).Li(6, 0x5555).Store("sw", 6, 0, 5).Label("end").Jal(0, "end");
        return code.Build();
    }

    private static void Program(CodeBuilder code, Random random)
    {
        // The window is filled by the report of the program before, from x10.
        code.Li(10, (uint)random.Next()).La(1, "fill").Imm("jalr", 1, 1, 0);
        foreach (int register in Enumerable.Range(1, 31))
            code.Li(register, register is 2 or 8 ? WindowBase : Value(random));
        code.Bytes(new RandomCode(random, Window).Block(60));

        // Registers go to the save area, whose address is in mscratch.
        code.Csr("csrrw", 31, Mscratch, 31);
        for (int register = 1; register < 31; register++)
            code.Store("sw", register, 4 * (register - 1), 31);
        code.Csr("csrrw", 1, Mscratch, 31).Store("sw", 1, 4 * 30, 31).La(1, "report").Imm("jalr", 1, 1, 0);
    }

    private static uint Value(Random random) => random.Next(4) switch
    {
        0 => (uint)random.Next(-16, 16),
        1 => 1u << random.Next(32),
        _ => (uint)random.NextInt64(1L << 32),
    };

    // Mixes cause and value of the trap into the sum at 31 words of the save area, and continues behind the instruction.
    private static void Handler(CodeBuilder code)
    {
        code.Label("handler").Csr("csrrw", 31, Mscratch, 31).Store("sw", 30, 256, 31).Store("sw", 29, 260, 31).Store("sw", 28, 264, 31);
        code.Load("lw", 30, 31 * 4, 31).Imm("slli", 29, 30, 5).Op("add", 30, 29, 30);
        code.Csr("csrrs", 29, 0x342, 0).Op("add", 30, 30, 29).Imm("slli", 29, 30, 5).Op("add", 30, 29, 30);
        code.Csr("csrrs", 29, 0x343, 0).Op("xor", 30, 30, 29);
        code.Csr("csrrs", 29, 0x341, 0).Load("lhu", 28, 0, 29).Imm("andi", 28, 28, 3).Imm("sltiu", 28, 28, 3).Imm("xori", 28, 28, 1);
        code.Imm("slli", 28, 28, 1).Imm("addi", 28, 28, 2).Op("add", 29, 29, 28).Csr("csrrw", 0, 0x341, 29);
        code.Store("sw", 30, 31 * 4, 31).Load("lw", 30, 256, 31).Load("lw", 29, 260, 31).Load("lw", 28, 264, 31);
        code.Csr("csrrw", 31, Mscratch, 31).Word(Assembler.Mret);
    }

    private static void Report(CodeBuilder code)
    {
        // Sum of the window into word 32.
        code.Label("report").Li(5, WindowBase).Imm("addi", 6, 5, Window).Imm("addi", 7, 0, 0);
        code.Label("sum").Load("lw", 8, 0, 5).Imm("slli", 9, 7, 5).Op("add", 7, 7, 9).Op("xor", 7, 7, 8).Imm("addi", 5, 5, 4);
        code.Branch("bne", 5, 6, "sum").Li(5, Save).Store("sw", 7, 32 * 4, 5);
        code.Imm("addi", 6, 5, Record).Li(7, TestMachine.Console);
        code.Label("print").Load("lbu", 8, 0, 5).Store("sb", 8, 0, 7).Imm("addi", 5, 5, 1).Branch("bne", 5, 6, "print");
        code.Imm("jalr", 0, 1, 0);

        // Fills the window from x10, and clears the sum of traps.
        code.Label("fill").Li(5, Save).Store("sw", 0, 31 * 4, 5).Li(5, WindowBase).Imm("addi", 6, 5, Window).Li(7, 1664525).Li(8, 1013904223);
        code.Label("more").Op("mul", 10, 10, 7).Op("add", 10, 10, 8).Store("sw", 10, 0, 5).Imm("addi", 5, 5, 4).Branch("bne", 5, 6, "more");
        code.Imm("jalr", 0, 1, 0);
    }
}
