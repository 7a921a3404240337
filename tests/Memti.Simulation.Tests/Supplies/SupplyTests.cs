using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Supplies;
using Memti.Abstractions.Units;
using Memti.Simulation.Codes;
using Memti.Simulation.Firmware;
using Memti.Simulation.Frames;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using Memti.Simulation.Supplies;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests.Supplies;

/// <summary>A machine whose supply ends and comes back.</summary>
public sealed class SupplyTests
{
    // Everything on and idle: accelerator 100 mW, three memories 10 mW each, refresh 1 mW.
    private const double IdleWatts = 0.131;

    [Fact]
    public void A_supply_that_always_has_enough_changes_no_figure()
    {
        SystemDescription system = Systems.Hybrid();
        SimulationResult without = Systems.Run(system, Systems.Frames(1000), Systems.DutyCycle());
        SimulationResult with = Run(system, Systems.Frames(1000), On(new TestCapacitor(1e6, 3)), static () => Systems.DutyCycle(), jump: false);
        with.Ledger.ShouldBe(without.Ledger);
        with.Residency.ShouldBe(without.Residency);
        with.Frames.ShouldBe(without.Frames);
        with.Supply!.Energy.Delivered.ShouldBe(with.Energy.Joules, 1e-9 * with.Energy.Joules);
        with.Supply.BrownOuts.ShouldBe(0);
        with.Supply.FirstFrameSeconds.ShouldNotBeNull();
    }

    [Fact]
    public void The_device_dies_at_the_very_moment_at_which_the_voltage_falls_below_the_threshold()
    {
        // Firmware that only waits: 131 mW from 3 to 2.4 V of 1 mF, C (V0^2 - V1^2) / 2 P = 12.366 ms.
        SimulationResult run = Run(Systems.Hybrid(), Late(), On(new TestCapacitor(1e-3, 3)));
        double expected = 1e-3 * (9 - 5.76) / (2 * IdleWatts);
        run.Supply!.LifeSeconds.ShouldBe(expected, 1e-11);
        run.Supply.DarkSeconds.ShouldBe(run.Seconds - expected, 1e-11);
        run.Energy.Joules.ShouldBe(1e-3 * (9 - 5.76) / 2, 1e-12);
        run.Supply.Energy.RelativeGap.ShouldBeLessThan(1e-9);
        (run.Frames.Completed, run.Supply.BrownOuts, run.Supply.ColdStarts).ShouldBe((0, 1, 0));
        run.Supply.FirstFrameSeconds.ShouldBeNull();
    }

    [Fact]
    public void Without_a_supply_even_what_is_off_draws_nothing()
    {
        SimulationResult run = Run(Systems.Hybrid(), Late(), On(new TestCapacitor(1e-3, 1)));
        run.Rontojoules.ShouldBe(Int128.Zero);
        run.Residency.ShouldAllBe(static state => state.State == PowerState.Off);
        run.Supply!.DarkSeconds.ShouldBe(run.Seconds, 1e-9);
        (run.Frames.Skipped, run.Frames.Empty, run.Supply.MissedInDark).ShouldBe((1, 1, 1));
    }

    [Fact]
    public void An_inference_is_cut_and_its_frame_dropped_and_the_part_that_was_done_is_paid()
    {
        // A store that lasts for less than the first frame; 10 W recharge it at once.
        SystemDescription system = Systems.Hybrid();
        double whole = Systems.Run(system, Systems.Frames(1), new AlwaysOnFirmware()).Energy.Joules;
        SupplySystem supply = On(new TestCapacitor(2 * whole / 60 / (9 - 5.76), 3)) with
        {
            Source = new TestSource((1e-3, 0), (1e-3, 10)),
        };
        SimulationResult run = Run(system, Systems.Frames(4), supply);
        run.Supply!.Dropped.ShouldBeGreaterThan(0);
        (run.Frames.Met + run.Frames.Late + run.Frames.Skipped + run.Frames.Empty).ShouldBe(run.Frames.Total);
        run.Supply.Energy.Delivered.ShouldBe(run.Energy.Joules, 1e-9 * run.Energy.Joules);
    }

    [Fact]
    public void After_a_cold_start_volatile_contents_are_loaded_again_and_non_volatile_ones_are_there()
    {
        SupplySystem supply = Cycling();
        SimulationResult run = Run(Systems.Hybrid(), Systems.Frames(200), supply);
        run.Supply!.ColdStarts.ShouldBeGreaterThan(2);
        run.Supply.ColdStarts.ShouldBeInRange(run.Supply.BrownOuts - 1, run.Supply.BrownOuts);
        run.Frames.Completed.ShouldBeInRange(1, 199);
        SimulationResult kept = Run(
            Systems.Of([Systems.Task("a"), Systems.Task("b"), Systems.Task("c")],
                Systems.Shared(), Systems.Working(isVolatile: false, resident: 3), Systems.Backing()),
            Systems.Frames(200),
            supply);
        kept.Supply!.ColdStarts.ShouldBeGreaterThan(2);
        kept.Joules("task", Ledger.EnergyCause.Reload).ShouldBe(0);
        run.Joules("task", Ledger.EnergyCause.Reload).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Each_start_runs_a_policy_that_has_forgotten_everything()
    {
        int made = 0;
        SimulationResult run = Run(Systems.Hybrid(), Systems.Frames(200), Cycling(), () =>
        {
            made++;
            return new AlwaysOnFirmware();
        }, jump: false);
        // One at the start of the run, one after each cold start.
        made.ShouldBe((int)run.Supply!.ColdStarts + 1);
    }

    [Fact]
    public void The_boot_comes_after_the_wake_up_and_takes_power()
    {
        SupplySystem supply = On(new TestCapacitor(1, 1)) with { Source = new TestSource((double.PositiveInfinity, 10)) };
        // 1 F from 1 to 3 V at 10 W: 0.4 s. The slowest component wakes in 3 us.
        SimulationResult at = Run(Systems.Hybrid(), Systems.Frames(1000), supply);
        SimulationResult later = Run(Systems.Hybrid(), Systems.Frames(1000), supply with { Boot = SimTime.FromMilliseconds(10) });
        at.Supply!.DarkSeconds.ShouldBe(0.4, 1e-9);
        at.Supply.ColdStarts.ShouldBe(1);
        at.Supply.FirstFrameSeconds!.Value.ShouldBeInRange(0.4, 0.402);
        double first = at.Supply.FirstFrameSeconds.Value;
        later.Supply!.FirstFrameSeconds!.Value.ShouldBeInRange(first + 0.009, first + 0.0111);
        (at.Supply.MissedInDark, at.Frames.Skipped).ShouldBe((400, 400));
    }

    [Fact]
    public void Firmware_is_warned_before_the_end_and_sees_the_low_voltage()
    {
        (int warned, bool wasLow, bool isLow) = (0, true, false);
        IFirmware Make() => new WarnedFirmware(
            () => warned++,
            soc => wasLow &= !soc.IsSupplyLow,
            soc => isLow |= soc.IsSupplyLow);
        Run(Systems.Hybrid(), Late(), On(new TestCapacitor(1e-3, 3)) with { WarningVolts = 2.6 }, Make);
        (warned, wasLow).ShouldBe((1, true));
    }

    [Fact]
    public void A_supervisor_that_looks_seldom_cuts_late()
    {
        SupplySystem supply = On(new TestCapacitor(1e-3, 3)) with { CheckInterval = SimTime.FromMilliseconds(10), DropoutVolts = 1 };
        // 12.366 ms as above; the next look is at 20 ms.
        Run(Systems.Hybrid(), Late(), supply).Supply!.LifeSeconds.ShouldBe(20e-3, 1e-12);
        Run(Systems.Hybrid(), Late(), supply with { DropoutVolts = 2.3 }).Supply!.LifeSeconds
            .ShouldBe(1e-3 * (9 - (2.3 * 2.3)) / (2 * IdleWatts), 1e-11);
    }

    [Fact]
    public void A_regulator_changes_its_efficiency_where_its_table_does()
    {
        // 50 % above 2.7 V and 100 % below: the time is that of both parts.
        SupplySystem supply = On(new TestCapacitor(1e-3, 3)) with { Regulator = new SteppedRegulator(2.7) };
        double expected = (1e-3 * (9 - 7.29) / (2 * 2 * IdleWatts)) + (1e-3 * (7.29 - 5.76) / (2 * IdleWatts));
        SimulationResult run = Run(Systems.Hybrid(), Late(), supply);
        run.Supply!.LifeSeconds.ShouldBe(expected, 1e-11);
        run.Supply.Energy.LostInRegulator.ShouldBe(1e-3 * (9 - 7.29) / 4, 1e-10);
    }

    [Fact]
    public void A_year_of_a_periodic_day_is_jumped_and_equals_the_stepped_run()
    {
        // A "day" of 90 frames: light for two thirds; the storage is full at its end and so begins each day alike.
        SupplySystem supply = On(new TestCapacitor(1e-2, 3, full: 3.2)) with { Source = new TestSource((0.06, 1), (0.03, 0)) };
        SimulationResult jumped = Run(Systems.Hybrid(), Systems.Frames(90 * 365), supply, static () => Systems.DutyCycle());
        SimulationResult stepped = Run(Systems.Hybrid(), Systems.Frames(90 * 365), supply, static () => Systems.DutyCycle(), jump: false);
        jumped.FramesJumped.ShouldBeGreaterThan(90 * 300);
        jumped.Ledger.ShouldBe(stepped.Ledger);
        jumped.Frames.ShouldBe(stepped.Frames);
        (jumped.Supply!.BrownOuts, jumped.Supply.ColdStarts, jumped.Supply.MissedInDark, jumped.Supply.Dropped)
            .ShouldBe((stepped.Supply!.BrownOuts, stepped.Supply.ColdStarts, stepped.Supply.MissedInDark, stepped.Supply.Dropped));
        jumped.Supply.DarkSeconds.ShouldBe(stepped.Supply.DarkSeconds, 1e-9);
        jumped.Supply.Energy.Harvested.ShouldBe(stepped.Supply.Energy.Harvested, 1e-9 * stepped.Supply.Energy.Harvested);
        jumped.Supply.Energy.Refused.ShouldBe(stepped.Supply.Energy.Refused, 1e-9 * stepped.Supply.Energy.Harvested);
    }

    [Fact]
    public void A_bench_supply_is_jumped_and_equals_the_run_without_a_supply()
    {
        SimulationResult without = Systems.Run(Systems.Hybrid(), Systems.Frames(100_000), Systems.DutyCycle());
        SimulationResult with = Run(Systems.Hybrid(), Systems.Frames(100_000), On(new BenchSupply()), static () => Systems.DutyCycle());
        with.FramesJumped.ShouldBe(without.FramesJumped);
        with.Ledger.ShouldBe(without.Ledger);
        with.Frames.ShouldBe(without.Frames);
        with.Supply!.Energy.Delivered.ShouldBe(with.Energy.Joules, 1e-9 * with.Energy.Joules);
        with.Supply.Energy.StoredAtEnd.ShouldBe(-with.Energy.Joules, 1e-9 * with.Energy.Joules);
    }

    [Fact]
    public void A_long_dark_run_moves_its_window()
    {
        // Half a year without light at one frame in 11 days: times are relative to a window of 46 days.
        Workload workload = Systems.Frames(20) with { FrameRate = new(1, 800_000) };
        SupplySystem supply = On(new TestCapacitor(1, 1)) with { Source = new TestSource((86_400, 0), (86_400, 1e-9)) };
        SimulationResult run = Run(Systems.Hybrid(), workload, supply);
        run.Seconds.ShouldBe(16_000_000, 1e-3);
        run.Frames.Skipped.ShouldBe(20);
    }

    [Fact]
    public void A_storage_whose_energies_do_not_balance_is_found() =>
        Should.Throw<MemtiException>(() => Run(Systems.Hybrid(), Systems.Frames(10), On(new LeakyBooks())))
            .Diagnostic.Code.ShouldBe(SimulationCodes.SupplyOpen);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_figure_that_cannot_be_is_found(double volts) =>
        Should.Throw<MemtiException>(() => Run(Systems.Hybrid(), Systems.Frames(10), On(new BadVolts(volts))))
            .Diagnostic.Code.ShouldBe(SimulationCodes.BadSupplyFigure);

    [Fact]
    public void The_source_that_just_starts_a_device_is_found()
    {
        SupplySystem supply = On(new TestCapacitor(1, 1)) with { Source = new TestSource((double.PositiveInfinity, 1e-3)) };
        // From 1 to 3 V takes 4 J; 1 mW gives them in 4000 s, so within 1000 s it must be 4 mW.
        SourceSizing.FactorToStart(supply, 1000)!.Value.ShouldBeInRange(4, 4 * 1.001);
        SourceSizing.FactorToStart(supply with { Source = null }, 1000).ShouldBeNull();
    }

    private static SupplySystem On(ISupplyStorage storage) => new() { Storage = storage, OnVolts = 3, OffVolts = 2.4 };

    /// <summary>10 mF, 2 W for 50 ms of each 100 ms: less than the night takes.</summary>
    private static SupplySystem Cycling() => On(new TestCapacitor(1e-3, 3, full: 3.2)) with
    {
        Source = new TestSource((0.02, 0), (0.02, 2)),
    };

    /// <summary>A first frame that comes after a second.</summary>
    private static Workload Late() => Systems.Frames(2) with { FrameRate = new(1, 1), Pattern = [[], [0]] };

    private static SimulationResult Run(
        SystemDescription system, Workload workload, SupplySystem supply, Func<IFirmware>? firmware = null, bool jump = true)
    {
        firmware ??= static () => new AlwaysOnFirmware();
        return new Simulator(system, workload, firmware(), new() { Jump = jump }, registers: null, new(supply, firmware)).Run();
    }

    private sealed class WarnedFirmware(Action warned, Action<ISystemOnChip> begins, Action<ISystemOnChip> ends) : IFirmware
    {
        public void SupplyWarned() => warned();

        public async ValueTask RunAsync(ISystemOnChip soc)
        {
            begins(soc);
            while (await soc.NextFrame() is not null)
                soc.CompleteFrame();
            ends(soc);
        }
    }

    private sealed class SteppedRegulator(double border) : ISupplyConverter
    {
        public string Summary => "stepped";

        public IReadOnlyList<double> Borders => [border];

        public double OfInput(double volts, double watts) => 1;

        public double OfOutput(double volts, double watts) => volts > border ? 0.5 : 1;
    }

    private sealed class BenchSupply : ISupplyStorage
    {
        public string Summary => "bench supply";

        public int StateLength => 1;

        public bool IsInexhaustible => true;

        public void Begin(Span<double> state) => state[0] = 0;

        public double Volts(ReadOnlySpan<double> state, double watts) => 3.3;

        public double Joules(ReadOnlySpan<double> state) => state[0];

        public double SecondsTo(ReadOnlySpan<double> state, double watts, double volts) => double.PositiveInfinity;

        public StorageLoss Advance(Span<double> state, double watts, double seconds)
        {
            state[0] += watts * seconds;
            return default;
        }
    }

    private sealed class LeakyBooks : ISupplyStorage
    {
        public string Summary => "leaky books";

        public int StateLength => 1;

        public void Begin(Span<double> state) => state[0] = 1;

        public double Volts(ReadOnlySpan<double> state, double watts) => 3.3;

        public double Joules(ReadOnlySpan<double> state) => state[0];

        public double SecondsTo(ReadOnlySpan<double> state, double watts, double volts) => double.PositiveInfinity;

        public StorageLoss Advance(Span<double> state, double watts, double seconds) => default;
    }

    private sealed class BadVolts(double volts) : ISupplyStorage
    {
        public string Summary => "bad volts";

        public int StateLength => 1;

        public void Begin(Span<double> state) => state[0] = 1;

        public double Volts(ReadOnlySpan<double> state, double watts) => volts;

        public double Joules(ReadOnlySpan<double> state) => state[0];

        public double SecondsTo(ReadOnlySpan<double> state, double watts, double level) => double.PositiveInfinity;

        public StorageLoss Advance(Span<double> state, double watts, double seconds) => default;
    }
}
