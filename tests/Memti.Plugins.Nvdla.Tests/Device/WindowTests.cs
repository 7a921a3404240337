using Memti.Abstractions.Devices;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>The window as a bus, a header and a debugger see it.</summary>
public sealed class WindowTests
{
    private readonly DeviceBench _bench = new();

    [Fact]
    public void The_last_register_lies_beyond_64_KiB()
    {
        _bench.Machine.Write(DeviceBench.Base + 0x1000C, 3);
        _bench.Read("RBK", "D_MISC_CFG").ShouldBe(3u);
    }

    [Theory]
    [InlineData(1000, 1000)]
    [InlineData(600, 1667)]
    public void An_access_takes_a_cycle_of_the_engine(double megahertz, long picoseconds) =>
        new DeviceBench(new NvdlaOptions { Clock = Frequency.FromMegahertz(megahertz) }).Device.AccessTime
            .ShouldBe(SimTime.FromPicoseconds(picoseconds));

    [Theory]
    [InlineData(RegisterLayout.Full, "CDMA_D_BANK", 0x50BCu)]
    [InlineData(RegisterLayout.Full, "GLB_S_INTR_STATUS", 0x000Cu)]
    [InlineData(RegisterLayout.Small, "CDMA_D_BANK", 0x30BCu)]
    [InlineData(RegisterLayout.Small, "GLB_S_INTR_STATUS", 0x100Cu)]
    public void Registers_are_described_by_unit_and_name(RegisterLayout map, string name, uint offset) =>
        Registers(map).Single(register => register.Name == name).Offset.ShouldBe(offset);

    [Theory]
    [InlineData(RegisterLayout.Full)]
    [InlineData(RegisterLayout.Small)]
    public void Every_register_of_the_map_is_described_once(RegisterLayout map)
    {
        IReadOnlyList<DeviceRegister> registers = Registers(map);
        registers.Count.ShouldBe(
            RegisterTable.Instance.Units.Where(unit => unit.Base(map) is not null).Sum(static unit => unit.Registers.Count));
        registers.Select(static register => register.Name).ShouldBeUnique();
        registers.Select(static register => register.Offset).ShouldBeUnique();
        registers.ShouldAllBe(static register => register.Offset + register.Bytes <= RegisterFile.WindowBytes);
    }

    [Fact]
    public void A_register_is_described_with_its_fields()
    {
        DeviceRegister register = Registers(RegisterLayout.Full).Single(static register => register.Name == "CDMA_S_STATUS");
        register.Fields.ShouldBe([new DeviceField("STATUS_0", 0, 2), new DeviceField("STATUS_1", 16, 2)]);
        register.Summary.ShouldBe("S_STATUS of unit CDMA, read only.");
    }

    [Fact]
    public void Reset_gives_every_register_the_value_that_it_had_at_first()
    {
        uint[] first = Values();
        _bench.Run(Engines.AnAdapterNetwork());
        _bench.Write("GLB", "S_INTR_SET", 1);
        _bench.Write("GLB", "S_INTR_MASK", 2);
        _bench.Write("SDP", "S_POINTER", 1);
        Values().ShouldNotBe(first);
        _bench.Device.Reset();
        Values().ShouldBe(first);
    }

    [Fact]
    public void Reset_lowers_the_interrupt()
    {
        _bench.Write("GLB", "S_INTR_SET", 1);
        _bench.Device.Reset();
        _bench.Interrupts.ShouldBeFalse();
    }

    [Fact]
    public void A_device_runs_as_before_after_a_reset_within_an_inference()
    {
        RegisterRun whole = new DeviceBench().Run(Engines.AnAdapterNetwork());
        _bench.Begin(Engines.AnAdapterNetwork());
        _bench.Machine.RunUntil(whole.Layers[3].Start + SimTime.FromNanoseconds(10));
        _bench.Device.Reset();
        _bench.Device.SteadyState.ShouldBe(0);
        _bench.Machine.RunUntilIdle();
        RegisterRun again = _bench.Run(Engines.AnAdapterNetwork());
        again.IsDone.ShouldBeTrue();
        again.Layers.Select(static layer => layer.Duration).ShouldBe(whole.Layers.Select(static layer => layer.Duration));
    }

    [Fact]
    public void Nothing_of_an_abandoned_layer_arrives_later()
    {
        RegisterRun run = _bench.Begin(Engines.AnAdapterNetwork());
        _bench.Machine.RunUntil(SimTime.FromNanoseconds(10));
        _bench.Device.Reset();
        run.Layers.Clear();
        _bench.Machine.RunUntilIdle();
        run.Layers.ShouldBeEmpty();
        run.Interrupts.ShouldBeEmpty();
        _bench.Read("GLB", "S_INTR_STATUS").ShouldBe(0u);
    }

    private static IReadOnlyList<DeviceRegister> Registers(RegisterLayout map) =>
        new DeviceBench(new NvdlaOptions { RegisterMap = map }).Device.Registers;

    private uint[] Values() =>
        [.. _bench.Device.Registers.Select(register => _bench.Machine.Read(DeviceBench.Base + register.Offset))];
}
