using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Options;
using Memti.Plugins.RiscV.Tests.Machines;
using Memti.Plugins.RiscV.Translation;

namespace Memti.Plugins.RiscV.Tests.Translation;

/// <summary>
/// A loop without end in a memory of its own: each round calls a function that adds to <c>x10</c>, and counts in <c>x11</c> and in a word.
/// </summary>
internal sealed class HotLoop
{
    public const uint Code = 0x20000000;
    public const uint Word = TestMachine.RamBase + 0x100;

    private const int Counter = 11;
    private const int Sum = 10;

    private readonly CodeBuilder _code = new(Code);

    /// <param name="wordAt">Where the word lies that each round stores.</param>
    /// <param name="throughHost">True when stores into the memory of the code pass through the host.</param>
    public HotLoop(uint wordAt = Word, bool throughHost = false)
    {
        Memory = TestMachine.Memory("code", Code, 0x1000, readWaits: 1, throughHost: throughHost);
        Machine = new TestMachine(new RiscVOptions(), 1 << 16, Memory);
        Machine.Core.Translator.ShouldNotBeNull().Pace = TranslationPace.Eager;
        _code.Li(12, wordAt);
        _code.Label("loop");
        _code.Jal(1, "function");
        _code.Imm("addi", Counter, Counter, 1);
        _code.Store("sw", Counter, 0, 12);
        _code.Jal(0, "loop");
        _code.Label("function");
        _code.Imm("addi", Sum, Sum, 1);
        _code.Imm("jalr", 0, 1, 0);
        Machine.Put(Code, _code.Build());
        Machine.Core.Reset(Code);
    }

    public CoreMemory Memory { get; }

    public TestMachine Machine { get; }

    public int Translations => Machine.Core.Translator!.Translations;

    /// <summary>Address of the function, whose first instruction adds to the sum.</summary>
    public uint Function => _code.AddressOf("function");

    /// <summary>An instruction that adds to the sum.</summary>
    public static uint Adds(int number) => 0x00050513u | ((uint)number << 20);

    /// <summary>Runs to a cycle.</summary>
    public CoreStop RunTo(long cycle)
    {
        Machine.Core.Limit = cycle;
        return Machine.Core.Run();
    }

    /// <summary>Rounds and sum so far.</summary>
    public (uint Rounds, uint Sum) Progress() => (Machine.Register(Counter), Machine.Register(Sum));
}
