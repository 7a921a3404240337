using Memti.Plugins.RiscV.Tests.Machines;
using Memti.Plugins.RiscV.Tests.Programs;

namespace Memti.Plugins.RiscV.Tests.Translation;

/// <summary>The random code that is compared with QEMU, in a loop that makes it hot. Exceptions go on behind their instruction.</summary>
internal static class RepeatedCode
{
    private const uint Window = TestMachine.RamBase + 0x10000;
    private const uint Save = TestMachine.RamBase + 0x11000;
    private const int WindowBytes = 1024;
    private const int Mscratch = 0x340;
    private const int Mepc = 0x341;

    public static byte[] Image(int seed, int rounds)
    {
        CodeBuilder code = new(TestMachine.RamBase);
        code.La(5, "handler").Csr("csrrw", 0, 0x305, 5).Li(5, Save).Csr("csrrw", 0, Mscratch, 5).Li(6, (uint)rounds).Store("sw", 6, 8, 5);
        code.Li(2, Window).Li(8, Window).Jal(0, "round").Align(4);
        Handler(code);
        code.Label("round").Bytes(new RandomCode(new Random(seed), WindowBytes).Block(60));
        code.Csr("csrrw", 31, Mscratch, 31).Load("lw", 30, 8, 31).Imm("addi", 30, 30, -1).Store("sw", 30, 8, 31);
        code.Csr("csrrw", 31, Mscratch, 31).Branch("beq", 30, 0, "done").Jal(0, "round");
        code.Label("done").Li(5, TestMachine.Finisher).Li(6, 0x5555).Store("sw", 6, 0, 5).Label("end").Jal(0, "end");
        return code.Build();
    }

    private static void Handler(CodeBuilder code)
    {
        code.Label("handler").Csr("csrrw", 31, Mscratch, 31).Store("sw", 30, 0, 31).Store("sw", 29, 4, 31);
        code.Csr("csrrs", 29, Mepc, 0).Load("lhu", 30, 0, 29).Imm("andi", 30, 30, 3).Imm("sltiu", 30, 30, 3).Imm("xori", 30, 30, 1);
        code.Imm("slli", 30, 30, 1).Imm("addi", 30, 30, 2).Op("add", 29, 29, 30).Csr("csrrw", 0, Mepc, 29);
        code.Load("lw", 30, 0, 31).Load("lw", 29, 4, 31).Csr("csrrw", 31, Mscratch, 31).Word(Assembler.Mret);
    }
}
