using Memti.Abstractions.Supplies;
using Memti.Plugins.Supplies.Storages;

namespace Memti.Plugins.Supplies.Tests;

/// <summary>A capacitor in closed form against hand figures and small steps.</summary>
public sealed class CapacitorTests
{
    // 100 uF and 1 Mohm: 100 s.
    private static readonly CapacitorOptions Hundred =
        new() { CapacitanceUf = 100, Effective = 1, LeakageS = 100, SeriesMohm = 0, StartV = 3 };

    [Fact]
    public void Two_milliwatts_take_80702_microseconds_from_3_to_2_4_volts()
    {
        // -(R C / 2) ln((V1^2 - P R) / (V0^2 - P R)), with P R = -2000 V^2.
        double seconds = SecondsTo(Hundred, -2e-3, 2.4);
        seconds.ShouldBe(-50 * Math.Log((5.76 + 2000) / (9 + 2000)), 1e-12);
        seconds.ShouldBe(80.702e-3, 1e-6);
    }

    [Fact]
    public void Half_a_milliwatt_takes_328855_microseconds_from_2_4_to_3_volts() =>
        SecondsTo(With(Hundred, start: 2.4), 0.5e-3, 3).ShouldBe(328.855e-3, 1e-6);

    [Theory]
    [InlineData(-2e-3, 0)]
    [InlineData(0.5e-3, 0)]
    [InlineData(0, 0)]
    [InlineData(-40e-3, 1200)]
    [InlineData(-2e-3, 3000)]
    [InlineData(5e-3, 3000)]
    [InlineData(-0.1, 400)]
    public void Its_voltage_is_that_of_small_steps(double watts, double milliohms)
    {
        var capacitor = new Capacitor(With(Hundred, start: 3, milliohms));
        double[] state = Begin(capacitor);
        StorageLoss loss = capacitor.Advance(state, watts, 2e-3);
        double[] steps = FineSteps.Run([3], y => [Slope(y[0], watts, milliohms * 1e-3)], 2e-3, 20_000);
        Math.Sqrt(state[0]).ShouldBe(steps[0], 1e-6 * steps[0]);
        double stored = 0.5e-4 * (9 - state[0]);
        (stored + (watts * 2e-3)).ShouldBe(loss.Joules, 1e-9 * 4.5e-4);
    }

    [Theory]
    [InlineData(-2e-3, 2.4, 3000)]
    [InlineData(-40e-3, 2.4, 1200)]
    [InlineData(5e-3, 3.3, 3000)]
    public void The_time_to_a_voltage_behind_a_resistance_is_never_late_and_soon_exact(double watts, double volts, double milliohms)
    {
        var capacitor = new Capacitor(With(Hundred, start: 3, milliohms));
        double[] state = Begin(capacitor);
        double seconds = 0;
        int asked = 0;
        bool falls = volts < capacitor.Volts(state, watts);
        while (Math.Abs(capacitor.Volts(state, watts) - volts) > 1e-9 * volts)
        {
            double step = capacitor.SecondsTo(state, watts, volts);
            capacitor.Advance(state, watts, step);
            seconds += step;
            double past = (capacitor.Volts(state, watts) - volts) * (falls ? -1 : 1);
            past.ShouldBeLessThan(1e-9 * volts);
            asked++;
        }

        asked.ShouldBeLessThan(20);
        double inner = volts - (watts * milliohms * 1e-3 / volts);
        double[] steps = FineSteps.Run([3], y => [Slope(y[0], watts, milliohms * 1e-3)], seconds, 100_000);
        steps[0].ShouldBe(inner, 1e-6 * inner);
    }

    [Fact]
    public void A_full_one_refuses_what_it_does_not_leak_and_stays_full_to_the_bit()
    {
        var capacitor = new Capacitor(With(Hundred, start: 5.4));
        double[] state = Begin(capacitor);
        StorageLoss first = capacitor.Advance(state, 0.1, 1);
        double[] full = [.. state];
        StorageLoss second = capacitor.Advance(state, 0.1, 1);
        state.ShouldBe(full);
        capacitor.Volts(state, 0.1).ShouldBe(5.5, 1e-12);
        second.Joules.ShouldBe(5.5 * 5.5 / 1e6, 1e-15);
        (second.Joules + second.Refused).ShouldBe(0.1, 1e-12);
        (first.Joules + first.Refused + (0.5e-4 * (30.25 - (5.4 * 5.4)))).ShouldBe(0.1, 1e-12);
    }

    [Fact]
    public void What_leaks_more_than_it_gets_never_rises_to_a_voltage_above_the_balance() =>
        // 1 uW into 1 Mohm is 1 V.
        SecondsTo(With(Hundred, start: 0), 1e-6, 1.001).ShouldBe(double.PositiveInfinity);

    [Fact]
    public void An_empty_one_behind_a_resistance_takes_charge()
    {
        var capacitor = new Capacitor(With(Hundred, start: 0, 3000));
        double[] state = Begin(capacitor);
        StorageLoss loss = capacitor.Advance(state, 1e-3, 0.2);
        (loss.Joules + capacitor.Joules(state)).ShouldBe(2e-4, 1e-9 * 2e-4);
        capacitor.Volts(state, 0).ShouldBe(Math.Sqrt(2 * 2e-4 / 1e-4), 0.02);
    }

    private static double SecondsTo(CapacitorOptions options, double watts, double volts)
    {
        var capacitor = new Capacitor(options);
        return capacitor.SecondsTo(Begin(capacitor), watts, volts);
    }

    private static double[] Begin(Capacitor capacitor)
    {
        double[] state = new double[capacitor.StateLength];
        capacitor.Begin(state);
        return state;
    }

    private static CapacitorOptions With(CapacitorOptions options, double start, double milliohms = 0) => new()
    {
        CapacitanceUf = options.CapacitanceUf,
        Effective = options.Effective,
        LeakageS = options.LeakageS,
        SeriesMohm = milliohms,
        StartV = start,
    };

    /// <summary>The inner voltage of 100 uF with 1 Mohm across it, behind a resistance.</summary>
    private static double Slope(double inner, double watts, double ohms)
    {
        double terminals = (inner + Math.Sqrt((inner * inner) + (4 * watts * ohms))) / 2;
        return ((watts / terminals) - (inner / 1e6)) / 1e-4;
    }
}
