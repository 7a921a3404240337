using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests;

public class PowerDownTests
{
    /// <summary>On 111 mW; down 20 + 150 uW; wakes in 3 us with 100 + 20 nJ.</summary>
    private static SystemDescription ReadInPlace() => Systems.Of([Systems.Task("a")], Systems.Backing());

    private static PowerDownCost Cost(SystemDescription system, bool retain = false) =>
        Systems.Run(system, Systems.Frames(1, 0), Systems.DutyCycle(retain)).LastPowerDownCost!.Value;

    [Fact]
    public void The_break_even_time_is_the_cost_of_waking_over_the_power_saved()
    {
        PowerDownCost cost = Cost(ReadInPlace());

        cost.OnPower.Milliwatts.ShouldBe(111, 1e-9);
        cost.OffPower.Microwatts.ShouldBe(170, 1e-9);
        cost.WakeLatency.ShouldBe(SimTime.FromMicroseconds(3));
        cost.Transition.Nanojoules.ShouldBe(120 + 111e-3 * 3e-6 * 1e9, 1e-9);
        cost.BreakEven.Seconds.ShouldBe(453e-9 / (111e-3 - 170e-6), 1e-12);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void Firmware_powers_down_only_when_the_gap_exceeds_the_break_even_time(long picosecondsMore, int powerDowns)
    {
        long gap = Cost(ReadInPlace()).BreakEven.Picoseconds + picosecondsMore;
        FrameRate rate = new(1_000_000_000_000, 10_000_000 + gap);

        Systems.Run(ReadInPlace(), Systems.Frames(1, 0) with { FrameRate = rate }, Systems.DutyCycle()).PowerDowns.ShouldBe(powerDowns);
    }

    [Fact]
    public void Above_the_break_even_time_powering_down_costs_less_energy_over_two_frames()
    {
        FrameRate rate = new(1_000_000_000_000, 10_000_000 + Cost(ReadInPlace()).BreakEven.Picoseconds + 1);
        Workload workload = Systems.Frames(2, 0) with { FrameRate = rate };

        SimulationResult down = Systems.Run(ReadInPlace(), workload, Forced());
        SimulationResult on = Systems.Run(ReadInPlace(), workload);

        down.PowerDowns.ShouldBe(1);
        down.Energy.Joules.ShouldBeLessThan(on.Energy.Joules);
    }

    [Fact]
    public void Far_below_the_break_even_time_powering_down_would_cost_more()
    {
        FrameRate rate = new(1_000_000_000_000, 10_000_000 + 1_000_000);
        Workload workload = Systems.Frames(2, 0) with { FrameRate = rate };

        double on = Systems.Run(ReadInPlace(), workload).Energy.Joules;
        Systems.Run(ReadInPlace(), workload, Forced()).Energy.Joules.ShouldBeGreaterThan(on);
    }

    [Fact]
    public void A_power_down_that_saves_nothing_never_breaks_even()
    {
        SystemDescription hungry = ReadInPlace() with { Accelerator = new() { OffPower = Power.FromWatts(1) } };
        Cost(hungry).BreakEven.ShouldBe(SimTime.MaxValue);
    }

    [Fact]
    public void Losing_the_next_task_is_part_of_the_cost_and_retention_avoids_it()
    {
        SystemDescription system = Retaining();

        double reload = 8000 * 3e-12 + 0.121 * 0.5e-6;
        Cost(system).Transition.Joules.ShouldBe(100e-9 + 20e-9 + 50e-9 + 0.121 * 3e-6 + reload, 1e-15);
        Cost(system, retain: true).Transition.Joules.ShouldBe(100e-9 + 20e-9 + 0.121 * 3e-6, 1e-15);
    }

    [Fact]
    public void Retained_contents_need_no_reload()
    {
        Loads(retain: true).ShouldBe(1);
        Loads(retain: false).ShouldBe(10);
    }

    private static SystemDescription Retaining()
    {
        MemoryFigures figures = Systems.Figures(isVolatile: true) with { HasRetention = true, RetentionPower = Power.FromMicrowatts(10) };
        return Systems.Of([Systems.Task("a")], Systems.Working() with { Figures = figures }, Systems.Backing());
    }

    private static long Loads(bool retain) => Systems.Run(Retaining(), Systems.Frames(10, 0), Systems.DutyCycle(retain))
        .Transfers.Single(static row => row is { Memory: "task", Direction: TransferDirection.Write }).Count;

    [Fact]
    public void Time_in_each_state_and_its_energy_are_as_computed_by_hand()
    {
        SimulationResult result = Systems.Run(ReadInPlace(), Systems.Frames(2, 0), Systems.DutyCycle());

        // 1 ms frames; 10 us of inference each, the second after a wake-up of 3 us (backing store: 1 us, then it waits).
        Residency(result, 0).ShouldBe([(PowerState.Off, 1977.0), (PowerState.Waking, 3.0), (PowerState.Active, 20.0)]);
        Residency(result, 1).ShouldBe([(PowerState.Waking, 1.0), (PowerState.On, 22.0), (PowerState.Retention, 1977.0)]);
        result.Joules("accelerator", EnergyCause.Clock).ShouldBe(0.1 * 23e-6, 1e-15);
        result.Joules("accelerator", EnergyCause.Off).ShouldBe(20e-6 * 1977e-6, 1e-15);
        result.Joules("backing", EnergyCause.Refresh).ShouldBe(1e-3 * 23e-6 + 50e-6 * 1977e-6, 1e-15);
        result.Joules("backing", EnergyCause.Retention).ShouldBe(100e-6 * 1977e-6, 1e-15);
        result.Joules("backing", EnergyCause.WakeUp).ShouldBe(20e-9, 1e-15);
        result.Joules("accelerator", EnergyCause.Compute).ShouldBe(1400e-9, 1e-15);
    }

    [Fact]
    public void Inputs_move_results()
    {
        double nominal = Systems.Run(ReadInPlace(), Systems.Frames(100, 0)).Energy.Joules;
        AcceleratorFigures figures = ReadInPlace().Accelerator with { OnPower = Power.FromMilliwatts(100.000001) };
        SystemDescription warmer = ReadInPlace() with { Accelerator = figures };

        Systems.Run(warmer, Systems.Frames(100, 0)).Energy.Joules.ShouldBeGreaterThan(nominal);
    }

    private static ScriptedFirmware Forced() => ScriptedFirmware.PerFrame(static async (soc, frame) =>
    {
        await soc.Wake();
        await soc.Infer(0);
        if (frame.Index == 0)
            await soc.PowerDown(retain: false);
    });

    private static IEnumerable<(PowerState, double)> Residency(SimulationResult result, int component) =>
        result.Residency.Where(row => row.Component == component).Select(static row => (row.State, (double)row.Picoseconds / 1e6));
}
