using Memti.Abstractions.Firmware;
using Memti.Abstractions.Supplies;
using Memti.Simulation.Firmware;
using Memti.Simulation.Frames;
using Memti.Simulation.Runs;
using Memti.Simulation.Supplies;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests.Supplies;

/// <summary>Components on the voltage of the storage: leakage is linear in it; work, clocks and refresh go with its square.</summary>
public sealed class RailTests
{
    // Everything on and idle: three memories leak 10 mW each; the clock of the accelerator takes 100 mW, refresh 1 mW.
    private const double Leakage = 0.030, Clock = 0.101;

    [Fact]
    public void A_device_that_waits_dies_when_the_closed_form_says()
    {
        // C V dV/dt = -(L V / Vn + D V^2 / Vn^2), so t = C Vn^2 / D * ln((L Vn + D V0) / (L Vn + D V1)).
        double expected = 1e-3 * 9 / Clock * Math.Log(((Leakage * 3) + (Clock * 3)) / ((Leakage * 3) + (Clock * 2.4)));
        SimulationResult run = Run(Late(), On(new TestCapacitor(1e-3, 3)), static () => new AlwaysOnFirmware());
        run.Supply!.LifeSeconds.ShouldBe(expected, 1e-6 * expected);
        run.Energy.Joules.ShouldBe(1e-3 * (9 - 5.76) / 2, 1e-12);
    }

    [Fact]
    public void A_device_at_work_ends_when_an_integration_in_fine_steps_says()
    {
        var profile = new PowerProfile();
        SimulationResult nominal = new Simulator(
            Systems.Hybrid(), Systems.Frames(50), new AlwaysOnFirmware(), new() { Jump = false, Listener = profile }).Run();
        const double Farads = 3e-3;
        double expected = profile.SecondsFrom(3, 2.4, Farads, nominalVolts: 3, Leakage);
        SimulationResult run = Run(Systems.Frames(50), On(new TestCapacitor(Farads, 3)), static () => new AlwaysOnFirmware());
        expected.ShouldBeInRange(5e-3, nominal.Seconds);
        run.Supply!.LifeSeconds.ShouldBe(expected, 1e-6 * expected);
        run.Supply.Energy.Delivered.ShouldBe(run.Energy.Joules, 1e-9 * run.Energy.Joules);
        run.Energy.Joules.ShouldBe(Farads * (9 - 5.76) / 2, 1e-9);
    }

    [Fact]
    public void At_the_nominal_voltage_nothing_changes()
    {
        SimulationResult without = Systems.Run(Systems.Hybrid(), Systems.Frames(1000), Systems.DutyCycle());
        SimulationResult with = Run(
            Systems.Frames(1000), On(new TestCapacitor(1e9, 3)), static () => Systems.DutyCycle());
        with.Ledger.ShouldBe(without.Ledger);
        with.Frames.ShouldBe(without.Frames);
    }

    [Fact]
    public void At_another_voltage_states_take_it_and_work_its_square()
    {
        SimulationResult nominal = Systems.Run(Systems.Hybrid(), Systems.Frames(100), Systems.DutyCycle());
        SimulationResult low = Run(
            Systems.Frames(100), On(new TestCapacitor(1e9, 3)) with { RailVolts = 6 }, static () => Systems.DutyCycle());
        // The middle of the cell of a half, in steps of a thousandth of the logarithm.
        double factor = Math.Exp(Math.Round(Math.Log(0.5) * 1000) / 1000);
        foreach (Ledger.EnergyCause cause in Enum.GetValues<Ledger.EnergyCause>())
        {
            double whole = nominal.Joules("accelerator", cause), scaled = low.Joules("accelerator", cause);
            scaled.ShouldBe(whole * (cause == Ledger.EnergyCause.Off ? factor : factor * factor), 1e-8 * Math.Abs(whole));
        }

        low.Frames.ShouldBe(nominal.Frames);
        low.Supply!.Energy.Delivered.ShouldBe(low.Energy.Joules, 1e-9 * low.Energy.Joules);
    }

    [Fact]
    public void Behind_a_resistance_less_power_means_more_voltage_and_the_run_goes_on()
    {
        SupplySystem supply = On(new ResistiveCapacitor(2e-2, 3.2, ohms: 2)) with { OnVolts = 3, OffVolts = 1.5 };
        SimulationResult run = Run(Systems.Frames(200), supply, static () => Systems.DutyCycle());
        run.Supply!.Energy.RelativeGap.ShouldBeLessThan(1e-9);
        run.Supply.Energy.Delivered.ShouldBe(run.Energy.Joules, 1e-9 * run.Energy.Joules);
    }

    private static SupplySystem On(ISupplyStorage storage) => new() { Storage = storage, OnVolts = 3, OffVolts = 2.4, RailVolts = 3 };

    private static Workload Late() => Systems.Frames(2) with { FrameRate = new(1, 1), Pattern = [[], [0]] };

    private static SimulationResult Run(Workload workload, SupplySystem supply, Func<IFirmware> firmware) =>
        new Simulator(Systems.Hybrid(), workload, firmware(), new() { Jump = false }, registers: null, new(supply, firmware)).Run();

    /// <summary>A capacitor whose terminals are below its inside in proportion to the current.</summary>
    private sealed class ResistiveCapacitor(double farads, double start, double ohms) : ISupplyStorage
    {
        private readonly TestCapacitor _inside = new(farads, start);

        public string Summary => "capacitor behind a resistance";

        public int StateLength => 1;

        public void Begin(Span<double> state) => _inside.Begin(state);

        public double Volts(ReadOnlySpan<double> state, double watts)
        {
            double root = state[0] + (4 * watts * ohms);
            return root < 0 ? 0 : (Math.Sqrt(state[0]) + Math.Sqrt(root)) / 2;
        }

        public double Joules(ReadOnlySpan<double> state) => _inside.Joules(state);

        // Early, never late: the losses of the resistance come on top of the power.
        public double SecondsTo(ReadOnlySpan<double> state, double watts, double volts)
        {
            double inner = volts - (watts * ohms / volts);
            double at = Math.Sqrt(state[0]), amperes = Math.Abs(watts) / Math.Min(Volts(state, watts), volts);
            return inner >= at ? double.PositiveInfinity : farads / 2 * (state[0] - (inner * inner)) / (amperes * Math.Max(at, inner));
        }

        public StorageLoss Advance(Span<double> state, double watts, double seconds)
        {
            // In small steps of constant current, whose losses are exact.
            const int Steps = 100;
            double lost = 0;
            for (int step = 0; step < Steps; step++)
            {
                double amperes = watts == 0 ? 0 : watts / Volts(state, watts);
                double taken = amperes * Math.Sqrt(state[0]) * seconds / Steps;
                state[0] += 2 * taken / farads;
                lost += (watts * seconds / Steps) - taken;
            }

            return new(lost, 0);
        }
    }
}
