using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Device.Csb;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Tests.Device;

public sealed class CsbTests
{
    private const ushort Bank = 0x50BC / 4;

    private readonly DeviceBench _bench = new();

    private readonly List<string> _seen = [];

    [Fact]
    public void Addresses_are_of_words()
    {
        _bench.Device.Csb.WritePosted(Bank, 7);
        _bench.Machine.RunUntilIdle();
        _bench.Read("CDMA", "D_BANK").ShouldBe(7u);
    }

    [Fact]
    public void The_last_word_address_reaches_beyond_64_KiB()
    {
        _bench.Device.Csb.WritePosted(0x1000C / 4, 3);
        _bench.Machine.RunUntilIdle();
        _bench.Read("RBK", "D_MISC_CFG").ShouldBe(3u);
    }

    [Fact]
    public void Requests_have_their_turn_in_order_one_per_cycle()
    {
        CsbPort port = _bench.Device.Csb;
        port.WritePosted(Bank, 1);
        port.Read(Bank, value => Note($"read {value}"));
        port.Write(Bank, 2, () => Note("written"));
        port.Read(Bank, value => Note($"read {value}"));
        _bench.Machine.RunUntilIdle();
        _seen.ShouldBe(["2 ns: read 1", "3 ns: written", "4 ns: read 2"]);
    }

    [Fact]
    public void A_clock_of_no_whole_picoseconds_does_not_drift()
    {
        var bench = new DeviceBench(new NvdlaOptions { Clock = Frequency.FromMegahertz(600) });
        for (int request = 0; request < 3000; request++)
            bench.Device.Csb.WritePosted(Bank, 1);
        bench.Machine.RunUntilIdle();
        bench.Machine.Now.ShouldBe(SimTime.FromMicroseconds(5));
    }

    [Fact]
    public void A_posted_write_is_not_there_before_its_turn()
    {
        _bench.Device.Csb.WritePosted(Bank, 1);
        _bench.Device.Csb.Waiting.ShouldBe(1);
        _bench.Machine.RunUntilIdle();
        _bench.Device.Csb.Waiting.ShouldBe(0);
    }

    [Fact]
    public void A_hole_reads_as_zero()
    {
        _bench.Device.Csb.Read(0xFFFF, value => Note($"read {value}"));
        _bench.Machine.RunUntilIdle();
        _seen.ShouldBe(["1 ns: read 0"]);
    }

    [Fact]
    public void The_bus_stands_behind_what_was_posted_before()
    {
        _bench.Device.Csb.WritePosted(Bank, 7);
        _bench.Read("CDMA", "D_BANK").ShouldBe(7u);
    }

    private void Note(string what) => _seen.Add(FormattableString.Invariant($"{_bench.Machine.Now.Nanoseconds} ns: {what}"));
}
