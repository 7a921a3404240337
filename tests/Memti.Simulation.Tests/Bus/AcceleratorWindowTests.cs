using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Codes;
using Memti.Simulation.Components;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Tests.Bus;

public sealed class AcceleratorWindowTests
{
    private readonly Bench _bench = new();
    private readonly List<string> _seen = [];

    [Fact]
    public void At_one_moment_transfers_end_then_devices_act_then_masters()
    {
        SimTime moment = DataSize.FromBytes(8) / Bandwidth.FromGigabytesPerSecond(1);
        _bench.Bus.Schedule(moment, () => _seen.Add("master"));
        _bench.Host.Schedule(moment, () => _seen.Add("device"));
        _bench.Host.Transfer(Bench.OnChip, TransferDirection.Read, DataSize.FromBytes(8), () => _seen.Add("transfer"));
        _bench.Host.Schedule(moment, () => _seen.Add("device again"));
        _bench.RunUntilIdle();
        _seen.ShouldBe(["transfer", "device", "device again", "master"]);
    }

    [Fact]
    public void An_interrupt_line_is_passed_on_and_others_are_refused()
    {
        _bench.Host.SetInterrupt(0, true);
        _bench.Host.SetInterrupt(1, false);
        _bench.Interrupts.ShouldBe([true, false]);
        Should.Throw<ArgumentOutOfRangeException>(() => _bench.Host.SetInterrupt(2, true));
    }

    [Fact]
    public void The_past_cannot_be_scheduled()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => _bench.Host.Schedule(SimTime.FromPicoseconds(-1), static () => { }));
        Should.Throw<ArgumentOutOfRangeException>(() => _bench.Bus.Schedule(SimTime.FromPicoseconds(-1), static () => { }));
    }

    [Fact]
    public void A_transfer_takes_the_energy_of_its_memory_for_the_present_task()
    {
        _bench.Machine.Task = 0;
        _bench.Host.Transfer(Bench.OnChip, TransferDirection.Read, DataSize.FromBits(1000), static () => { });
        _bench.Host.Transfer(Bench.OnChip, TransferDirection.Write, DataSize.FromBits(1000), static () => { });
        _bench.RunUntilIdle();
        Energy(EnergyCause.Read).ShouldBe(1e-9, 1e-20, "1 pJ a bit");
        Energy(EnergyCause.Write).ShouldBe(2e-9, 1e-20, "2 pJ a bit");
    }

    [Fact]
    public void Work_of_the_device_is_split_as_it_says_and_its_component_is_active_meanwhile()
    {
        _bench.Machine.Task = 0;
        _bench.Host.SetBusy(true);
        _bench.Window.IsBusy.ShouldBeTrue();
        _bench.RunUntil(SimTime.FromNanoseconds(50));
        _bench.Host.SetBusy(false);
        _bench.Host.Spend(new(Abstractions.Units.Energy.FromPicojoules(10), Abstractions.Units.Energy.FromPicojoules(7)));
        _bench.Machine.Settle();
        int accelerator = _bench.Hardware.Accelerator.Id;
        Energy(EnergyCause.Compute, accelerator).ShouldBe(7e-12, 1e-21);
        _bench.Machine.Grid[accelerator].Residency(PowerState.Active).ShouldBe((Int128)50_000);
    }

    [Fact]
    public void An_accelerator_that_loses_power_is_reset_and_its_transfers_end_as_far_as_they_came()
    {
        _bench.Window.Device.Write(4, 7);
        _bench.Host.SetBusy(true);
        _bench.Host.Transfer(Bench.OnChip, TransferDirection.Read, DataSize.FromBits(8000), () => _seen.Add("never"));
        _bench.RunUntil(SimTime.FromNanoseconds(250));
        _bench.Hardware.Power.SwitchDown(ComponentSet.Of(_bench.Hardware.Accelerator.Id), retain: false);
        _bench.RunUntilIdle();
        _seen.ShouldBeEmpty();
        (_bench.Window.IsBusy, _bench.Window.Device.Read(4)).ShouldBe((false, 0u));
        Energy(EnergyCause.Read).ShouldBe(2e-9, 1e-20, "a quarter of 8 nJ");
    }

    [Fact]
    public void A_memory_that_loses_power_under_a_transfer_is_a_finding()
    {
        _bench.Host.Transfer(Bench.OnChip, TransferDirection.Read, DataSize.FromBits(8000), static () => { });
        Refused(() => _bench.Hardware.Power.SwitchDown(ComponentSet.Of(_bench.Hardware.Memories[0].Id), retain: false))
            .Code.ShouldBe(SimulationCodes.MemoryWithoutPower);
    }

    [Fact]
    public void A_memory_without_power_cannot_be_used()
    {
        _bench.Hardware.Power.SwitchDown(ComponentSet.Of(_bench.Hardware.Memories[0].Id), retain: false);
        Diagnostic refused = Refused(() => Read(_bench, Bench.OnChip, 8));
        (refused.Code, refused.Value).ShouldBe((SimulationCodes.MemoryWithoutPower, "0x00010000"));
    }

    [Fact]
    public void Contents_of_a_slot_that_nobody_loaded_are_a_finding()
    {
        var bench = new Bench(Systems.Of([Systems.Task("a")], Systems.Working() with { At = Bench.OnChip }, Systems.Backing()), hasBytes: false);
        Refused(() => Read(bench, Bench.OnChip, 8)).Code.ShouldBe(SimulationCodes.UnwrittenRead);
        bench.Hardware.Loader.LoadSet(0, 0, static () => { });
        Read(bench, Bench.OnChip, 8);
        bench.RunUntilIdle();
    }

    [Fact]
    public void The_set_of_another_task_is_a_finding()
    {
        var bench = new Bench(
            Systems.Of([Systems.Task("a"), Systems.Task("b")], Systems.Working() with { At = Bench.OnChip }, Systems.Backing()),
            hasBytes: false);
        bench.Hardware.Loader.LoadSet(0, 0, static () => { });
        bench.RunUntilIdle();
        bench.Machine.Task = 1;
        Diagnostic refused = Refused(() => Read(bench, Bench.OnChip, 8));
        (refused.Code, refused.Message).ShouldBe((
            SimulationCodes.OtherTaskRead,
            "at address 0x00010000 'accelerator' reads the set of task 'a' while it works for 'b'; permitted: the set of 'b'."));
        bench.Machine.Task = -1;
        Read(bench, Bench.OnChip, 8);
    }

    [Fact]
    public void Bytes_that_nobody_wrote_are_a_finding_and_results_of_the_device_are_none()
    {
        var bench = new Bench(hasBytes: true);
        Refused(() => Read(bench, Bench.OnChip + 64, 8)).Value.ShouldBe("0x00010040");
        bench.Host.Transfer(Bench.OnChip + 64, TransferDirection.Write, DataSize.FromBytes(8), static () => { });
        bench.RunUntilIdle();
        Read(bench, Bench.OnChip + 64, 8);
    }

    [Fact]
    public void A_device_sees_the_width_of_what_lies_at_an_address()
    {
        var bench = new Bench(
            Systems.Of([Systems.Task("a")], Systems.Shared() with { At = Bench.OnChip }, Systems.Working() with { At = Bench.OffChip }, Systems.Backing()),
            hasBytes: false);
        (bench.Host.MemoryAt(Bench.OnChip).ValueBits, bench.Host.MemoryAt(Bench.OffChip).ValueBits).ShouldBe((3, 6));
        bench.Host.MemoryAt(Bench.OffChip + 0xF00).ValueBits.ShouldBe(8);
    }

    [Fact]
    public void Results_wear_the_cells_of_their_content()
    {
        var bench = new Bench(
            Systems.Of(
                [Systems.Task("a")],
                Bench.Unit("features", Bench.OnChip, isVolatile: false) with { Holds = MemoryContents.Activations }) with
            {
                Activations = DataSize.FromBytes(256),
            },
            hasBytes: false);
        for (int turn = 0; turn < 3; turn++)
            bench.Host.Transfer(Bench.OnChip, TransferDirection.Write, DataSize.FromBytes(100), static () => { });
        bench.RunUntilIdle();
        bench.Hardware.Memories[0].Wear.Result().Regions.Single(static region => region.Writes > 0).Name.ShouldBe("features");
    }

    private static void Read(Bench bench, ulong address, int bytes) =>
        bench.Host.Transfer(address, TransferDirection.Read, DataSize.FromBytes(bytes), static () => { });

    private static Diagnostic Refused(Action act) => Should.Throw<MemtiException>(act).Diagnostic;

    private double Energy(EnergyCause cause, int? component = null) => _bench.Machine.Ledger.Postings()
        .Where(posting => posting.Cause == cause && posting.Component == (component ?? _bench.Hardware.Memories[0].Id))
        .Sum(static posting => Quantity.Joules(posting.Rontojoules));
}
