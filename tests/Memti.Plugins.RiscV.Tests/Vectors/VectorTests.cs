using System.Globalization;
using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Tests.Machines;

namespace Memti.Plugins.RiscV.Tests.Vectors;

/// <summary>Results of register instructions over values at the edges of their range.</summary>
public sealed class VectorTests
{
    private const string File = "riscv-vectors.csv";
    private const int First = 10;
    private const int Second = 11;
    private const int Result = 12;

    [ReferenceFact(File)]
    public void Every_register_instruction_gives_the_result_of_the_reference()
    {
        string[][] rows = [.. System.IO.File.ReadLines(RepositoryFiles.Reference(File)).Skip(1).Select(static row => row.Split(','))];
        rows.Length.ShouldBe(4180);
        var machine = new TestMachine();
        string[] wrong = [.. rows.Where(row => Compute(machine, row) != Number(row[3])).Select(static row => string.Join(',', row))];
        wrong.ShouldBeEmpty();
    }

    private static uint Compute(TestMachine machine, string[] row)
    {
        machine.Put(TestMachine.RamBase, Assembler.Registers(row[0], Result, First, Second));
        machine.SetRegister(32, TestMachine.RamBase);
        machine.SetRegister(First, Number(row[1]));
        machine.SetRegister(Second, Number(row[2].Length == 0 ? "0" : row[2]));
        machine.Core.Limit = machine.Core.Cycle + 1;
        machine.Core.Run().ShouldBe(CoreStop.Limit);
        machine.Core.Debug.ProgramCounter.ShouldBe(TestMachine.RamBase + 4);
        return machine.Register(Result);
    }

    private static uint Number(string text) => uint.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
