using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Options;
using Memti.Plugins.RiscV.Tests.Machines;
using Memti.Plugins.RiscV.Translation;

namespace Memti.Plugins.RiscV.Tests.Translation;

/// <summary>One program on two machines, of which one translates. They must not differ at any stop.</summary>
internal sealed class Twins
{
    // Registers, program counter, and the control registers that a program of machine mode has.
    private static readonly int[] Registers =
    [
        .. Enumerable.Range(0, 33),
        .. new[] { 0x300, 0x304, 0x305, 0x340, 0x341, 0x342, 0x343, 0x344, 0xb00, 0xb02 }.Select(static number => number + 65),
    ];

    /// <param name="create">Makes one of the machines; both times the same.</param>
    /// <param name="pace">When code counts as hot.</param>
    public Twins(Func<RiscVOptions, TestMachine> create, TranslationPace pace, CoreTiming timing = CoreTiming.Ibex)
    {
        Interpreted = create(new RiscVOptions { Translate = false, Timing = timing });
        Translated = create(new RiscVOptions { Translate = true, Timing = timing });
        Interpreted.Core.Translator.ShouldBeNull();
        Translated.Core.Translator.ShouldNotBeNull().Pace = pace;
    }

    public TestMachine Interpreted { get; }

    public TestMachine Translated { get; }

    public int Translations => Translated.Core.Translator!.Translations;

    /// <summary>Runs both to the finisher or a cycle, with stops, and compares at each stop.</summary>
    /// <param name="steps">Cycles from a stop to the next one.</param>
    /// <param name="end">The last cycle.</param>
    /// <param name="between">Done with each machine at each stop, after the comparison.</param>
    public void Run(Func<int> steps, long end, Action<TestMachine>? between = null)
    {
        for (long limit = 0; Interpreted.Finished is null && limit < end;)
        {
            limit = Math.Max(limit, Interpreted.Core.Cycle) + steps();
            CoreStop expected = Interpreted.RunToEnd(limit);
            Translated.RunToEnd(limit).ShouldBe(expected);
            Compare();
            between?.Invoke(Interpreted);
            between?.Invoke(Translated);
        }

        CompareContents();
    }

    /// <summary>Compares all that can be seen of a core.</summary>
    public void Compare() => Picture(Translated).ShouldBe(Picture(Interpreted));

    /// <summary>Compares the bytes of the memories.</summary>
    public void CompareContents()
    {
        for (int memory = 0; memory < Interpreted.Memories.Count; memory++)
        {
            Span<byte> expected = TestMachine.BytesOf(Interpreted.Memories[memory]);
            TestMachine.BytesOf(Translated.Memories[memory]).SequenceEqual(expected).ShouldBeTrue();
        }

        Translated.Output.ShouldBe(Interpreted.Output);
    }

    private static string Picture(TestMachine machine)
    {
        IEnumerable<string> registers = Registers.Select(number => $"{number}={machine.Register(number):x}");
        IEnumerable<string> memories = machine.Memories.Select(static memory => $"{memory.Name} {TestMachine.CountersOf(memory)}");
        return string.Join(
            '\n',
            [
                $"cycle {machine.Core.Cycle} {machine.Core.Counters}",
                $"waits {machine.Core.IsWaiting} finished {machine.Finished} fault {machine.Core.Debug.Fault}",
                string.Join(' ', registers),
                string.Join(' ', machine.Core.Debug.LastCalls.Select(static address => $"{address:x}")),
                .. memories,
            ]);
    }
}
