using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Simulation.Bus;
using Memti.Simulation.Codes;

namespace Memti.Simulation.Tests.Bus;

public sealed class BusMachineTests
{
    private readonly BusMachine _machine = new();
    private readonly Probe _probe;
    private readonly int _line;
    private readonly List<string> _seen = [];

    public BusMachineTests() => (_probe, _line) = _machine.AddDevice(0x1000, "probe", static host => new Probe(host));

    [Fact]
    public void At_one_moment_transfers_end_then_devices_act_then_masters()
    {
        _machine.Bus.Add(new AddressRange(0x8000, 0x1000), "memory", new DeviceMemory(Memories.OnChip("sram"), 8));
        DataSize size = DataSize.FromBytes(8);
        SimTime moment = size / Memories.OnChip("sram").Read;
        _machine.Schedule(moment, () => _seen.Add("master"));
        _probe.Host.Schedule(moment, () => _seen.Add("device"));
        _probe.Host.Transfer(0x8000, TransferDirection.Read, size, () => _seen.Add("transfer"));
        _probe.Host.Schedule(moment, () => _seen.Add("device again"));
        _machine.RunUntilIdle();
        _seen.ShouldBe(["transfer", "device", "device again", "master"]);
    }

    [Fact]
    public void A_run_until_a_time_stops_there()
    {
        _machine.Schedule(SimTime.FromNanoseconds(10), () => _seen.Add("then"));
        _machine.Schedule(SimTime.FromNanoseconds(11), () => _seen.Add("later"));
        _machine.RunUntil(SimTime.FromNanoseconds(10));
        _seen.ShouldBe(["then"]);
        _machine.RunUntil(SimTime.FromNanoseconds(10.5));
        _machine.Now.ShouldBe(SimTime.FromNanoseconds(10.5));
    }

    [Fact]
    public void A_run_until_an_interrupt_stops_at_its_moment()
    {
        _probe.Host.Schedule(SimTime.FromNanoseconds(7), () => _probe.Host.SetInterrupt(1, true));
        _machine.Schedule(SimTime.FromNanoseconds(9), () => _seen.Add("later"));
        _machine.RunUntilInterrupt(_line + 1).ShouldBeTrue();
        (_machine.Now, _seen.Count).ShouldBe((SimTime.FromNanoseconds(7), 0));
    }

    [Fact]
    public void A_run_until_an_interrupt_that_never_comes_ends_when_nothing_is_left()
    {
        _machine.Schedule(SimTime.FromNanoseconds(9), static () => { });
        _machine.RunUntilInterrupt(_line).ShouldBeFalse();
    }

    [Fact]
    public void A_line_tells_of_changes_of_its_level_alone()
    {
        _machine.Interrupts.Listen(_line, active => _seen.Add(active ? "up" : "down"));
        foreach (bool active in (bool[])[false, true, true, false, false, true])
            _probe.Host.SetInterrupt(0, active);
        _seen.ShouldBe(["up", "down", "up"]);
        _machine.Interrupts.IsActive(_line).ShouldBeTrue();
    }

    [Fact]
    public void Lines_of_devices_are_apart()
    {
        (_, int second) = _machine.AddDevice(0x2000, "second", static host => new Probe(host));
        (_line, second, _machine.Interrupts.Count).ShouldBe((0, 2, 4));
    }

    [Fact]
    public void A_device_that_never_rests_is_stopped_by_the_limit()
    {
        void Again() => _probe.Host.Schedule(SimTime.Zero, Again);
        Again();
        Diagnostic diagnostic = Should.Throw<MemtiException>(() => _machine.RunUntilIdle(eventLimit: 1000)).Diagnostic;
        (diagnostic.Code, diagnostic.Value).ShouldBe((SimulationCodes.EventLimit, "1000"));
    }

    [Fact]
    public void A_run_of_just_the_limit_is_no_error()
    {
        for (int count = 0; count < 10; count++)
            _machine.Schedule(SimTime.FromNanoseconds(count), static () => { });
        _machine.RunUntilIdle(eventLimit: 10);
    }

    [Fact]
    public void The_past_cannot_be_scheduled() =>
        Should.Throw<ArgumentOutOfRangeException>(() => _machine.Schedule(SimTime.FromPicoseconds(-1), static () => { }));

    [Fact]
    public void A_device_has_no_lines_while_it_is_being_made() =>
        Should.Throw<InvalidOperationException>(() => _machine.AddDevice(0x3000, "hasty", static host =>
    {
        host.SetInterrupt(0, true);
        return new Probe(host);
    }));

    [Fact]
    public void A_line_that_a_device_does_not_have_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => _probe.Host.SetInterrupt(2, true));

    [Fact]
    public void Events_allocate_nothing_once_the_queue_has_grown()
    {
        Action nothing = static () => { };
        Turn(nothing);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Turn(nothing);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(256, "the run itself may cost a closure");
    }

    private void Turn(Action nothing)
    {
        for (int count = 0; count < 1000; count++)
            _machine.Schedule(SimTime.FromPicoseconds(count * 7 % 13), nothing);
        _machine.RunUntilIdle();
    }
}
