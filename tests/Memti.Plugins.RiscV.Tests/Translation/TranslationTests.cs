using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Options;
using Memti.Plugins.RiscV.Tests.Machines;
using Memti.Plugins.RiscV.Translation;

namespace Memti.Plugins.RiscV.Tests.Translation;

/// <summary>The translator changes nothing but speed.</summary>
public class TranslationTests
{
    private const uint Code = 0x20000000;
    private const uint CodeBytes = 0x10000;
    private const uint RamData = TestMachine.RamBase + 0x8000;
    private const uint OtherData = Code + 0x8000;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_000)]
    public void Random_programs_are_equal_at_every_stop(int step)
    {
        for (int seed = 0; seed < 40; seed++)
            Twin(seed, inRam: seed % 2 == 0).Run(() => step, step == 1 ? 15_000 : 60_000);
    }

    [Fact]
    public void Random_programs_are_equal_at_stops_anywhere()
    {
        int translations = 0;
        for (int seed = 100; seed < 300; seed++)
        {
            Random random = new(seed);
            Twins twins = Twin(seed, inRam: seed % 3 != 0);
            twins.Run(() => 1 + random.Next(1 << random.Next(14)), 200_000);
            translations += twins.Translations;
        }

        translations.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void Interrupts_at_any_cycle_are_taken_at_the_same_instruction()
    {
        for (int seed = 300; seed < 340; seed++)
        {
            Random random = new(seed);
            bool raised = false;
            int calls = 0;
            Twin(seed, inRam: true).Run(
                () => 1 + random.Next(300),
                60_000,
                machine =>
                {
                    raised ^= calls++ % 2 == 0;
                    machine.Core.SetInterrupt(11, raised);
                });
        }
    }

    [Fact]
    public void Random_code_in_loops_is_equal_at_stops_anywhere()
    {
        int translations = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            Random random = new(seed);
            byte[] image = RepeatedCode.Image(seed, rounds: 100);
            MisalignedAccess misaligned = seed % 2 == 0 ? MisalignedAccess.Split : MisalignedAccess.Trap;
            Twins twins = new(options => Repeated(options, image, misaligned), TranslationPace.Eager);
            twins.Run(() => 1 + random.Next(1 << random.Next(13)), 100_000);
            translations += twins.Translations;
        }

        translations.ShouldBeGreaterThan(300);
    }

    private static TestMachine Repeated(RiscVOptions options, byte[] image, MisalignedAccess misaligned)
    {
        options.Misaligned = misaligned;
        return new TestMachine(options, 1 << 17).Put(TestMachine.RamBase, image);
    }

    private static Twins Twin(int seed, bool inRam)
    {
        CoreTiming timing = seed % 5 == 0 ? CoreTiming.Cv32e40p : CoreTiming.Ibex;
        int readWaits = seed % 4, writeWaits = seed / 4 % 4;
        return new Twins(
            options => Machine(options, seed, inRam ? TestMachine.RamBase : Code, readWaits, writeWaits, throughHost: seed % 7 == 0),
            TranslationPace.Eager,
            timing);
    }

    private static TestMachine Machine(RiscVOptions options, int seed, uint at, int readWaits, int writeWaits, bool throughHost)
    {
        CoreMemory other = TestMachine.Memory("other", Code, (int)CodeBytes, readWaits, writeWaits, throughHost);
        TestMachine machine = new(options, 1 << 17, other);
        machine.Put(at, new LoopProgram(seed, at, RamData, OtherData, changes: seed % 2 == 0).Bytes);
        machine.Core.Reset(at);
        return machine;
    }
}
