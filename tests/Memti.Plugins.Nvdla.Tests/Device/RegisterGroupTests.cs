using Memti.Plugins.Nvdla.Device.Programming;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Device;

public sealed class RegisterGroupTests
{
    private readonly DeviceBench _bench = new();

    [Fact]
    public void The_producer_chooses_which_group_the_bus_sees()
    {
        _bench.Write("CDMA", "D_BANK", 7);
        _bench.Write("CDMA", "S_POINTER", 1);
        _bench.Read("CDMA", "D_BANK").ShouldBe(0u);
        _bench.Write("CDMA", "D_BANK", 9);
        _bench.Write("CDMA", "S_POINTER", 0);
        _bench.Read("CDMA", "D_BANK").ShouldBe(7u);
    }

    [Fact]
    public void Single_registers_are_the_same_behind_both_groups()
    {
        _bench.Write("CDMA", "S_ARBITER", 0x3000F);
        _bench.Write("CDMA", "S_POINTER", 1);
        _bench.Read("CDMA", "S_ARBITER").ShouldBe(0x3000Fu);
    }

    [Fact]
    public void The_consumer_cannot_be_written()
    {
        _bench.Write("CDMA", "S_POINTER", 0x10001);
        _bench.Read("CDMA", "S_POINTER").ShouldBe(1u);
    }

    [Fact]
    public void Writes_to_an_enabled_group_are_dropped()
    {
        _bench.Write("CDMA", "D_BANK", 7);
        _bench.Write("CDMA", "D_OP_ENABLE", 1);
        _bench.Write("CDMA", "D_BANK", 9);
        _bench.Read("CDMA", "D_BANK").ShouldBe(7u);
    }

    [Fact]
    public void The_other_group_can_be_written_meanwhile()
    {
        _bench.Write("CDMA", "D_OP_ENABLE", 1);
        _bench.Write("CDMA", "S_POINTER", 1);
        _bench.Write("CDMA", "D_BANK", 9);
        _bench.Read("CDMA", "D_BANK").ShouldBe(9u);
    }

    [Fact]
    public void An_enabled_group_cannot_be_disabled_by_a_write()
    {
        _bench.Write("CDMA", "D_OP_ENABLE", 1);
        _bench.Write("CDMA", "D_OP_ENABLE", 0);
        _bench.Read("CDMA", "D_OP_ENABLE").ShouldBe(1u);
    }

    [Fact]
    public void A_read_only_register_keeps_its_value()
    {
        _bench.Write("CDMA", "D_PERF_WT_READ_STALL", 5);
        _bench.Read("CDMA", "D_PERF_WT_READ_STALL").ShouldBe(0u);
    }

    [Theory]
    [InlineData(false, false, 0x0_0000u)]
    [InlineData(true, false, 0x0_0001u)]
    [InlineData(false, true, 0x2_0000u)]
    [InlineData(true, true, 0x2_0001u)]
    public void Status_is_idle_running_or_pending_by_group(bool first, bool second, uint status)
    {
        Enable("CDMA", 0, first);
        Enable("CDMA", 1, second);
        _bench.Read("CDMA", "S_STATUS").ShouldBe(status);
    }

    [Fact]
    public void A_finished_layer_frees_its_group_and_moves_the_consumer_on()
    {
        ProgrammedLayer program = _bench.Program(AConvolution());
        _bench.Enable(program);
        _bench.Machine.RunUntilIdle();
        foreach (string unit in program.Units)
        {
            _bench.Read(unit, "D_OP_ENABLE").ShouldBe(0u);
            _bench.Read(unit, "S_POINTER").ShouldBe(0x1_0000u);
            _bench.Read(unit, "S_STATUS").ShouldBe(0u);
        }
    }

    [Fact]
    public void A_pending_group_runs_when_the_consumer_comes_to_it()
    {
        _bench.Enable(_bench.Program(AConvolution()));
        _bench.Enable(_bench.Program(AConvolution(), group: 1));
        _bench.Read("SDP", "S_STATUS").ShouldBe(0x2_0001u);
        _bench.Machine.RunUntilInterrupt();
        _bench.Read("SDP", "S_STATUS").ShouldBe(0x1_0000u);
        _bench.Machine.RunUntilIdle();
        _bench.Read("SDP", "S_STATUS").ShouldBe(0u);
        _bench.Read("SDP", "S_POINTER").ShouldBe(1u);
    }

    [Fact]
    public void A_layer_waits_until_its_last_unit_is_enabled()
    {
        ProgrammedLayer program = _bench.Program(AConvolution());
        _bench.Enable(program with { Units = [.. program.Units.SkipLast(1)] });
        _bench.Machine.RunUntilIdle();
        _bench.Host.Busy.ShouldBeEmpty();
        _bench.Write(program.Units[^1], "D_OP_ENABLE", 1);
        _bench.Host.Busy.Single().Busy.ShouldBeTrue();
    }

    [Fact]
    public void The_buffer_is_flushed_after_reset() => _bench.Read("CDMA", "S_CBUF_FLUSH_STATUS").ShouldBe(1u);

    private void Enable(string unit, uint group, bool enabled)
    {
        _bench.Write(unit, "S_POINTER", group);
        _bench.Write(unit, "D_OP_ENABLE", enabled ? 1u : 0);
    }
}
