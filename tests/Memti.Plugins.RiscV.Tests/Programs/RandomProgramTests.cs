using System.Buffers.Binary;
using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Options;
using Memti.Plugins.RiscV.Tests.Machines;
using Xunit.Abstractions;

namespace Memti.Plugins.RiscV.Tests.Programs;

/// <summary>Random programs leave the registers, memory and traps that they leave on QEMU, translated and interpreted.</summary>
public sealed class RandomProgramTests(ITestOutputHelper output)
{
    private const int Programs = 1000;

    [ToolFact(Qemu.Name)]
    public void A_thousand_random_programs_end_as_on_QEMU() => Compare(Environment.TickCount);

    [ToolFact(Qemu.Name, Long = true)]
    public void A_hundred_thousand_random_programs_end_as_on_QEMU()
    {
        int seed = Environment.TickCount;
        for (int batch = 0; batch < 100; batch++)
            Compare(seed + batch);
    }

    private void Compare(int seed)
    {
        output.WriteLine($"seed {seed}");
        byte[] image = Batch.Image(seed, Programs);
        byte[] expected = Qemu.Run(image);
        (byte[] actual, CoreCounters translated) = Run(image, translate: true);
        (byte[] plain, CoreCounters interpreted) = Run(image, translate: false);
        plain.AsSpan().SequenceEqual(actual).ShouldBeTrue($"seed {seed}: translated code differs");
        translated.ShouldBe(interpreted, $"seed {seed}");
        expected.Length.ShouldBe(Programs * Batch.Record);
        int at = expected.AsSpan().CommonPrefixLength(actual);
        if (at < expected.Length || actual.Length != expected.Length)
            Assert.Fail($"seed {seed}, program {at / Batch.Record}: {Different(expected, actual, at / Batch.Record)}");
    }

    private static (byte[] Output, CoreCounters Counters) Run(byte[] image, bool translate)
    {
        var machine = new TestMachine(new RiscVOptions { Misaligned = MisalignedAccess.Split, Translate = translate }, Batch.RamBytes);
        machine.Put(TestMachine.RamBase, image);
        CoreStop stop = machine.RunToEnd(limit: 1_000_000_000);
        machine.Finished.ShouldBe(0x5555u, $"{stop} {machine.Core.Debug.Fault}");
        return ([.. machine.Output.Select(static letter => (byte)letter)], machine.Core.Counters);
    }

    private static string Different(byte[] expected, byte[] actual, int program) => string.Join(
        ", ",
        Enumerable.Range(0, Batch.Record / 4)
            .Select(word => (Word: word, Expected: Read(expected, program, word), Actual: Read(actual, program, word)))
            .Where(static word => word.Expected != word.Actual)
            .Select(static word => $"word {word.Word} is {word.Actual:x8}, on QEMU {word.Expected:x8}"));

    private static uint Read(byte[] bytes, int program, int word)
    {
        int at = (program * Batch.Record) + (4 * word);
        return at + 4 <= bytes.Length ? BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) : 0;
    }
}
