using Memti.Abstractions.Processors;
using Memti.Plugins.RiscV.Tests.Machines;
using Memti.Plugins.RiscV.Translation;

namespace Memti.Plugins.RiscV.Tests.Translation;

/// <summary>What ends the life of translated code, and what it must not skip.</summary>
public class TranslatedCodeTests
{
    [Fact]
    public void A_hot_loop_is_translated()
    {
        HotLoop loop = new();

        loop.RunTo(100_000);

        loop.Translations.ShouldBeGreaterThan(0);
        loop.Progress().Rounds.ShouldBeGreaterThan(5_000u);
        loop.Machine.Word(HotLoop.Word).ShouldBeInRange(loop.Progress().Rounds - 1, loop.Progress().Rounds);
    }

    [Fact]
    public void Code_that_the_host_changed_is_not_run_from_its_translation()
    {
        HotLoop loop = new();
        loop.RunTo(100_000);
        (uint rounds, uint sum) = loop.Progress();
        loop.Machine.Put(loop.Function, HotLoop.Adds(7));

        loop.RunTo(200_000);

        long more = (loop.Progress().Rounds - rounds) * 7L;
        ((long)loop.Progress().Sum - sum).ShouldBeInRange(more - 7, more + 7);
    }

    [Fact]
    public void Code_whose_memory_was_off_meanwhile_need_not_be_translated_again()
    {
        HotLoop loop = new();
        loop.RunTo(100_000);
        int translations = loop.Translations;
        uint before = loop.Progress().Rounds;
        Switch(loop, on: false);
        Switch(loop, on: true);

        loop.RunTo(200_000);

        loop.Progress().Rounds.ShouldBeGreaterThan(before + 5_000);
        loop.Translations.ShouldBe(translations);
        loop.Machine.Core.Translator!.Regions.ShouldNotBeEmpty();
    }

    [Fact]
    public void Without_power_nothing_of_it_runs()
    {
        HotLoop loop = new();
        loop.RunTo(100_000);
        uint before = loop.Progress().Rounds;
        Switch(loop, on: false);

        loop.RunTo(200_000).ShouldBe(CoreStop.Fault);

        loop.Progress().Rounds.ShouldBe(before);
    }

    [Fact]
    public void A_breakpoint_in_translated_code_stops_there()
    {
        HotLoop loop = new();
        loop.RunTo(100_000);
        loop.Machine.Core.Debug.SetBreakpoint(loop.Function, true);

        loop.RunTo(200_000).ShouldBe(CoreStop.Breakpoint);

        loop.Machine.Core.Debug.ProgramCounter.ShouldBe(loop.Function);
    }

    [Fact]
    public void An_observer_sees_each_call_of_translated_code()
    {
        HotLoop loop = new();
        loop.RunTo(100_000);
        uint before = loop.Progress().Rounds;
        CallCounter counter = new();
        loop.Machine.Core.Debug.Observer = counter;

        loop.RunTo(200_000);

        counter.Calls.ShouldBeInRange((int)(loop.Progress().Rounds - before), (int)(loop.Progress().Rounds - before) + 1);
        counter.Calls.ShouldBeGreaterThan(5_000);
    }

    [Fact]
    public void Stores_that_pass_through_the_host_do_so_from_translated_code()
    {
        HotLoop loop = new(HotLoop.Code + 0x800, throughHost: true) { Machine = { Records = true } };

        loop.RunTo(100_000);

        loop.Translations.ShouldBeGreaterThan(0);
        uint rounds = loop.Progress().Rounds;
        ((uint)loop.Machine.Accesses.Count(static access => access == "store 20000800 4")).ShouldBeInRange(rounds - 1, rounds);
    }

    [Fact]
    public void Stores_beside_the_code_need_no_interpreter()
    {
        HotLoop loop = new(HotLoop.Code + 0x800);

        loop.RunTo(1_000_000);

        loop.Machine.Core.Translator!.Regions.ShouldContain(static region => region.Plan.NearStores.Count > 0);
        uint rounds = loop.Progress().Rounds;
        loop.Machine.Word(HotLoop.Code + 0x800).ShouldBeInRange(rounds - 1, rounds);
        TestMachine.CountersOf(loop.Memory).Stores.ShouldBeInRange(rounds - 1, rounds);
    }

    [Fact]
    public void A_region_stays_below_the_limits_of_the_compiler()
    {
        CodeBuilder code = new(TestMachine.RamBase);
        code.Li(8, HotLoop.Word + 0x8000);
        code.Label("loop");
        for (int index = 0; index < 4_000; index++)
            code.Store("sw", 5 + (index % 20), 4 * (index % 500), 8);
        code.Jal(0, "loop");
        TestMachine machine = new();
        machine.Core.Translator!.Pace = TranslationPace.Eager;
        machine.Put(TestMachine.RamBase, code.Build());
        machine.Core.Limit = 2_000_000;

        machine.Core.Run();

        machine.Core.Translator!.Regions.ShouldNotBeEmpty();
        machine.Core.Translator!.Regions.ShouldAllBe(static region => region.Size < CodeWriter.MostBytes && region.Plan.Length <= 800);
    }

    private static void Switch(HotLoop loop, bool on)
    {
        loop.Memory.IsOn = on;
        loop.Machine.Core.MemoryChanged(loop.Memory.Base, loop.Memory.Bytes);
    }

    private sealed class CallCounter : ICoreObserver
    {
        public int Calls { get; private set; }

        public void Called(long cycle, ulong target, ulong returnsTo) => Calls++;

        public void Returned(long cycle, ulong target)
        {
        }
    }
}
