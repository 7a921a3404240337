using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Contents;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;
using Memti.Simulation.Supplies;
using Memti.Simulation.Tests.Contents;
using Memti.Simulation.Tests.Supplies;

namespace Memti.Simulation.Tests.Stores;

/// <summary>Bytes of non-volatile memories as managed firmware reads and writes them.</summary>
public sealed class MemoryBytesTests
{
    private readonly StoreBench _bench = new();

    [Fact]
    public void Bytes_are_zero_at_first_and_then_what_was_written()
    {
        byte[] before = [1, 1, 1, 1, 1, 1], after = new byte[6];
        _bench.Run(async soc =>
        {
            (await soc.Bytes!.Read(StoreBench.Store, 3, before)).ShouldBeTrue();
            await soc.Bytes.Write(StoreBench.Store, 3, new byte[] { 1, 2, 3, 4, 5, 6 });
            (await soc.Bytes.Read(StoreBench.Store, 3, after)).ShouldBeTrue();
        });
        before.ShouldBe(new byte[6]);
        after.ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void A_write_takes_the_time_energy_and_wear_of_its_words()
    {
        SimTime start = default, end = default;
        SimulationResult run = _bench.Run(async soc =>
        {
            start = soc.Now;
            // Eight bytes from the middle of a word on are three words.
            await soc.Bytes!.Write(StoreBench.Store, 6, new byte[8]);
            end = soc.Now;
            await soc.Bytes.Write(StoreBench.Store, 8, new byte[4]);
        });
        (end - start).ShouldBe(SimTime.FromMicroseconds(3));
        // 2 pJ a bit.
        run.Joules("store", EnergyCause.Write).ShouldBe(4 * 32 * 2e-12, 1e-18);
        run.Wear.Single(static wear => wear.Memory == "store").BitsWritten.ShouldBe(4 * 32);
        run.Wear.Single(static wear => wear.Memory == "store").Rewrites.ShouldBe(2);
    }

    [Fact]
    public void A_read_takes_the_energy_of_its_words()
    {
        SimulationResult run = _bench.Run(async soc => await soc.Bytes!.Read(StoreBench.Store, 0, new byte[16]));
        run.Joules("store", EnergyCause.Read).ShouldBe(4 * 32 * 1e-12, 1e-18);
    }

    [Fact]
    public void A_brown_out_leaves_whole_words_before_the_moment_and_a_torn_one()
    {
        var tearing = new FakeTearing();
        (_bench.Tearing, _bench.Supply, _bench.Workload) = (tearing, Cycling(), Systems.Frames(200, 0));
        byte[] found = new byte[40_000];
        bool isFirst = true;
        SimulationResult run = _bench.Run(async soc =>
        {
            if (!isFirst)
            {
                await soc.Bytes!.Read(StoreBench.Store, 0, found);
                return;
            }

            isFirst = false;
            byte[] words = new byte[40_000];
            Array.Fill(words, (byte)7);
            // 10,000 words of a microsecond: the supply ends in one of them.
            while (true)
                await soc.Bytes!.Write(StoreBench.Store, 0, words);
        });
        run.Supply!.TornWrites.ShouldBe(1);
        (byte[] before, byte[] after, int place, WordCut cut) = tearing.Calls.ShouldHaveSingleItem();
        (place, cut.Latency).ShouldBe((0, 1_000_000));
        after.ShouldBe([7, 7, 7, 7]);
        cut.Passed.ShouldBeInRange(1, 999_999);
        int torn = Array.IndexOf(found, FakeTearing.Pattern);
        torn.ShouldBeGreaterThanOrEqualTo(0);
        (torn % 4).ShouldBe(0);
        found.Take(torn).ShouldAllBe(static value => value == 7);
        found.Skip(torn).Take(4).ShouldAllBe(static value => value == FakeTearing.Pattern);
        // Words behind it are those of the write before, or zero in the first one.
        found.Skip(torn + 4).Distinct().Single().ShouldBe(before[0]);
        long words = (long)run.Wear.Single(static wear => wear.Memory == "store").BitsWritten / 32;
        words.ShouldBe(cut.Number);
    }

    [Fact]
    public void A_word_that_the_code_refuses_has_no_answer_until_it_is_written()
    {
        (_bench.Tearing, _bench.Supply, _bench.Workload) = (new FakeTearing(8, isRefused: true), Cycling(), Systems.Frames(200, 0));
        (bool torn, bool healed, byte[] kept) = (true, false, [9]);
        int starts = 0;
        _bench.Run(async soc =>
        {
            if (++starts == 2)
            {
                torn = await soc.Bytes!.Read(StoreBench.Store, 4, kept);
                await soc.Bytes.Write(StoreBench.Store, 0, new byte[4]);
                healed = await soc.Bytes.Read(StoreBench.Store, 4, new byte[1]);
            }

            while (starts == 1)
                await soc.Bytes!.Write(StoreBench.Store, 0, new byte[4]);
        });
        (torn, healed, kept[0]).ShouldBe((false, true, (byte)9));
    }

    [Fact]
    public void A_cold_start_finds_what_it_is_given_and_the_frames_that_are_left()
    {
        byte[] found = new byte[4];
        long first = -1;
        _bench.Start = new() { Time = 1_500_000_000, Frame = 1, Contents = [new(StoreBench.Store, new byte[] { 5, 6, 7, 8 }, [])] };
        Simulator simulator = _bench.Simulator(() => new ScriptedFirmware(async soc =>
        {
            await soc.Bytes!.Read(StoreBench.Store, 0, found);
            while (await soc.NextFrame() is { } frame)
            {
                first = first < 0 ? frame.Index : first;
                soc.CompleteFrame();
            }
        }));
        simulator.Run().Frames.Completed.ShouldBe(2);
        found.ShouldBe([5, 6, 7, 8]);
        first.ShouldBe(1);
        simulator.ContentsOf(StoreBench.Store)[..4].ToArray().ShouldBe([5, 6, 7, 8]);
    }

    [Fact]
    public void Firmware_that_writes_in_each_frame_is_stepped_and_firmware_that_only_reads_is_not()
    {
        SimulationResult Frames(bool writes, bool jump)
        {
            _bench.Workload = Systems.Frames(10_000, 0);
            _bench.Jump = jump;
            return _bench.Simulator(() => ScriptedFirmware.PerFrame(async (soc, _) =>
            {
                byte[] count = new byte[4];
                await soc.Bytes!.Read(StoreBench.Store, 0, count);
                if (writes)
                    await soc.Bytes.Write(StoreBench.Store, 0, BitConverter.GetBytes(BitConverter.ToInt32(count) + 1));
            })).Run();
        }

        Frames(writes: true, jump: true).FramesJumped.ShouldBe(0);
        SimulationResult jumped = Frames(writes: false, jump: true);
        jumped.FramesJumped.ShouldBeGreaterThan(9_000);
        jumped.Ledger.ShouldBe(Frames(writes: false, jump: false).Ledger);
    }

    [Theory]
    [InlineData(StoreBench.Store, -1, 4)]
    [InlineData(StoreBench.Store, StoreBench.Bytes - 3, 4)]
    [InlineData(0, 0, 4)]
    [InlineData(-1, 0, 4)]
    [InlineData(9, 0, 4)]
    public void An_access_outside_the_bytes_is_illegal(int memory, long offset, int count) =>
        Should.Throw<MemtiException>(() => _bench.Run(async soc => await soc.Bytes!.Write(memory, offset, new byte[count])))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.IllegalOperation);

    [Fact]
    public void Only_a_non_volatile_memory_with_an_address_has_bytes()
    {
        long[] lengths = [];
        _bench.Run(soc =>
        {
            lengths = [.. Enumerable.Range(0, soc.Memories.Count).Select(memory => soc.Bytes!.LengthOf(memory))];
            return default;
        });
        lengths.ShouldBe([0, 0, 0, StoreBench.Bytes, 0]);
    }

    [Fact]
    public void A_system_without_such_a_memory_has_no_bytes()
    {
        bool none = false;
        Systems.Run(Systems.Hybrid(), Systems.Frames(1), StoreBench.Scripted(soc =>
        {
            none = soc.Bytes is null && soc.Layers is null;
            return default;
        }));
        none.ShouldBeTrue();
    }

    [Fact]
    public void A_store_that_sleeps_is_woken()
    {
        SimulationResult run = _bench.Run(static async soc =>
        {
            await soc.Sleep(MemorySet.Of(StoreBench.Store), retain: false);
            await soc.Bytes!.Write(StoreBench.Store, 0, new byte[4]);
        });
        run.Joules("store", EnergyCause.WakeUp).ShouldBeGreaterThan(0);
        run.Joules("store", EnergyCause.Write).ShouldBeGreaterThan(0);
    }

    private static SupplySystem Cycling() => new()
    {
        Storage = new TestCapacitor(1e-3, 3, full: 3.2),
        Source = new TestSource((0.02, 0), (0.02, 2)),
        OnVolts = 3,
        OffVolts = 2.4,
    };
}
