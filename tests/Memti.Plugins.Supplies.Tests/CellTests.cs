using Memti.Abstractions.Supplies;
using Memti.Plugins.Supplies.Storages;

namespace Memti.Plugins.Supplies.Tests;

/// <summary>Batteries and cells against hand figures and small steps of their equations.</summary>
public sealed class CellTests
{
    private static readonly KineticConstants Lipo = KineticConstants.Lipo;

    [Fact]
    public void A_nominal_battery_of_1000_mAh_at_3_7_V_carries_40_11_mW_for_92_hours()
    {
        // 1000 mAh x 3.7 V = 13,320 J; 30 frames of 1.337 mJ a second are 40.11 mW: 332,087 s, 3.84 days.
        ISupplyStorage battery = Battery.Of(new() { Cell = BatteryCell.Nominal });
        double[] state = Begin(battery);
        battery.SecondsTo(state, -30 * 1.337e-3, 3).ShouldBe(13_320 / 0.04011, 1e-6);
        battery.SecondsTo(state, -30 * 1.337e-3, 3).ShouldBe(3.8436 * 86_400, 10);
    }

    [Fact]
    public void The_open_voltage_is_that_of_the_published_fit()
    {
        ISupplyStorage full = Battery.Of(new());
        full.Volts(Begin(full), 0).ShouldBe(3.6297 + 0.559 - 0.51 + 0.508, 1e-9);
        ISupplyStorage empty = Battery.Of(new() { StartCharge = 0 });
        empty.Volts(Begin(empty), 0).ShouldBe(3.6297 - 0.852, 1e-9);
        ISupplyStorage acid = Battery.Of(new() { Cell = BatteryCell.LeadAcid });
        acid.Volts(Begin(acid), 0).ShouldBe(11.32 + 2.706 - 2.04 + 1.026, 1e-9);
    }

    [Theory]
    [InlineData(0.04, 600, 0.9)]
    [InlineData(1.0, 60, 0.5)]
    [InlineData(2.0, 20, 0.3)]
    [InlineData(-0.5, 60, 0.5)]
    public void A_kinetic_battery_is_that_of_small_steps(double load, double seconds, double charge)
    {
        ISupplyStorage battery = Battery.Of(new() { CapacityMah = 860, StartCharge = charge });
        double[] state = Begin(battery);
        double before = battery.Joules(state);
        StorageLoss loss = battery.Advance(state, -load, seconds);
        double[] steps = FineSteps.Run([0, 0, 0, 0], y => Slopes(y, load, charge), seconds, 20_000);
        (state[0] + state[1] - ((1 - charge) * 3096)).ShouldBe(steps[0], 1e-6 * Math.Abs(steps[0]));
        double volts = battery.Volts(state, -load);
        volts.ShouldBe(Terminal(steps, load, charge).Volts, 1e-6 * volts);
        (before - battery.Joules(state)).ShouldBe((load * seconds) + loss.Joules, 1e-9 * before);
    }

    [Fact]
    public void The_end_of_a_kinetic_battery_is_found_and_never_late()
    {
        ISupplyStorage battery = Battery.Of(new() { CapacityMah = 20 });
        double[] state = Begin(battery);
        double seconds = 0;
        while (battery.Volts(state, -0.04) > 3.0 * (1 + 1e-9))
        {
            double step = battery.SecondsTo(state, -0.04, 3.0);
            battery.Advance(state, -0.04, step);
            battery.Volts(state, -0.04).ShouldBeGreaterThan(3.0 * (1 - 1e-6));
            seconds += step;
        }

        // 20 mAh at 3.7 V and more are 266 J: at 40 mW less than two hours, of which the kinetics leave most.
        seconds.ShouldBeInRange(5_500, 7_000);
    }

    [Fact]
    public void A_battery_at_rest_recovers()
    {
        ISupplyStorage battery = Battery.Of(new() { CapacityMah = 100, StartCharge = 0.5 });
        double[] state = Begin(battery);
        battery.Advance(state, -1, 60);
        double tired = battery.Volts(state, 0);
        battery.Advance(state, 0, 3600);
        battery.Volts(state, 0).ShouldBeGreaterThan(tired + 0.01);
    }

    [Fact]
    public void A_full_battery_refuses_and_one_with_room_takes_charge()
    {
        ISupplyStorage battery = Battery.Of(new() { CapacityMah = 100, StartCharge = 0.999 });
        double[] state = Begin(battery);
        double before = battery.Joules(state);
        StorageLoss loss = battery.Advance(state, 0.1, 60);
        loss.Refused.ShouldBeInRange(3, 6);
        (battery.Joules(state) - before + loss.Joules + loss.Refused).ShouldBe(6, 1e-6);
    }

    [Theory]
    [InlineData(0.04, 0.01, 100)]
    [InlineData(0.02, 0.5, 1000)]
    [InlineData(0.001, 100, 100)]
    public void A_coin_cell_with_a_capacitor_is_that_of_small_steps(double load, double seconds, double microfarads)
    {
        var cell = new CurrentStorage(new PrimaryCell(new() { ParallelUf = microfarads }));
        double[] state = Begin(cell);
        double before = cell.Joules(state);
        StorageLoss loss = cell.Advance(state, -load, seconds);
        double[] steps = FineSteps.Run([0, 3], y => CoinSlopes(y, load, microfarads * 1e-6), seconds, 40_000);
        cell.Volts(state, -load).ShouldBe(steps[1], 1e-6 * steps[1]);
        (before - cell.Joules(state)).ShouldBe((load * seconds) + loss.Joules, 1e-9 * before);
    }

    [Fact]
    public void A_coin_cell_alone_drops_by_its_resistance_at_once()
    {
        var cell = new CurrentStorage(new PrimaryCell(new()));
        // V (3 - V) / 10 = 30 mW.
        cell.Volts(Begin(cell), -0.03).ShouldBe((3 + Math.Sqrt(9 - (4 * 10 * 0.03))) / 2, 1e-12);
        cell.Volts(Begin(cell), -10).ShouldBe(0);
    }

    private static double[] Begin(ISupplyStorage storage)
    {
        double[] state = new double[storage.StateLength];
        storage.Begin(state);
        return state;
    }

    // State of the equations: charge used since the start, unavailable charge, two transients.
    private static double[] Slopes(double[] y, double load, double start)
    {
        (double _, double amperes, double charge, double effective) = Terminal(y, load, start);
        double leak = Form(Lipo.OpenCircuit, charge) / (Lipo.LeakOhmsPerMah / 860);
        double shortOhms = Decay(Lipo.ShortOhms, effective);
        double longOhms = Decay(Lipo.LongOhms, effective);
        return
        [
            amperes + leak,
            (-Lipo.Rate * y[1]) + ((1 - Lipo.Available) / Lipo.Available * amperes),
            ((shortOhms * amperes) - y[2]) / (shortOhms * Decay(Lipo.ShortFarads, effective)),
            ((longOhms * amperes) - y[3]) / (longOhms * Decay(Lipo.LongFarads, effective)),
        ];
    }

    private static (double Volts, double Amperes, double Charge, double Effective) Terminal(double[] y, double load, double start)
    {
        double charge = start - (y[0] / 3096);
        double effective = charge - (y[1] / 3096);
        double open = Form(Lipo.OpenCircuit, effective) - y[2] - y[3];
        double volts = (open + Math.Sqrt((open * open) - (4 * load * Form(Lipo.Series, effective)))) / 2;
        return (volts, load / volts, charge, effective);
    }

    private static double[] CoinSlopes(double[] y, double load, double farads)
    {
        double charge = 1 - (y[0] / 810);
        double amperes = (2 + charge - y[1]) / (10 + (90 * (1 - charge)));
        return [amperes, (amperes - (load / y[1])) / farads];
    }

    private static double Form(double[] a, double s) =>
        (a[0] * Math.Exp(-a[1] * s)) + a[2] + (a[3] * s) - (a[4] * s * s) + (a[5] * s * s * s);

    private static double Decay(double[] b, double s) => (b[0] * Math.Exp(-b[1] * s)) + b[2];
}
