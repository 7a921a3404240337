using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Codes;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Tests.Levels;

public sealed class RetentionDriftTests
{
    private const double Room = 298.15;
    private static readonly LevelReading ThreeBits = LevelReading.Of(PublishedLevels.ThreeBits);
    private static readonly TimeSpan TenYears = TimeSpan.FromDays(3652.5);

    // Conductance decay of CMO/HfOx ReRAM as fitted in IBM/aihwkit, inference/noise/reram.py: mean -0.08900206 ln t, standard deviation
    // 0.04201137 ln t + 0.41183342 microsiemens, t in seconds; divided by a window of 80 microsiemens (10 to 90).
    private static readonly RetentionDrift Filamentary = new()
    {
        MeanRate = -0.08900206 / 80,
        SpreadRate = 0.04201137 / 80,
        SpreadOnset = TimeSpan.FromMicroseconds(55.3),
        ActivationEnergyElectronvolts = 1.1,
        Source = "IBM/aihwkit, ReRamCMONoiseModel; activation energy assumed",
        Status = NumberStatus.Assumed,
    };

    [Fact]
    public void Fresh_cells_read_exactly_as_without_drift() =>
        ThreeBits.After(Filamentary, TimeSpan.Zero, 400).ShouldBeSameAs(ThreeBits.Confusion);

    [Theory]
    [InlineData(DriftLaw.LogTime)]
    [InlineData(DriftLaw.PowerLaw)]
    public void A_moment_changes_next_to_nothing(DriftLaw law) => LevelReadingTests.ShouldBeClose(
        ThreeBits.After(Filamentary with { Law = law, SpreadOnset = TimeSpan.FromSeconds(1) }, TimeSpan.FromTicks(1), Room).MeanErrorRate,
        ThreeBits.Confusion.MeanErrorRate,
        1e-5);

    [Theory]
    [InlineData(1)]
    [InlineData(3600)]
    [InlineData(86400)]
    [InlineData(3.15576e8)]
    public void The_spread_is_the_published_fit(double seconds)
    {
        LevelDrift moved = LevelDrift.Of(Filamentary, TimeSpan.FromSeconds(seconds), Room);
        LevelReadingTests.ShouldBeClose(moved.Spread * 80, (0.04201137 * Math.Log(seconds)) + 0.41183342, 1e-3);
    }

    [Fact]
    public void The_mean_moves_as_published_after_the_first_seconds() => LevelReadingTests.ShouldBeClose(
        LevelDrift.Of(Filamentary, TimeSpan.FromDays(1), Room).Shift * 80, -0.08900206 * Math.Log(86400), 1e-5);

    [Fact]
    public void Errors_grow_with_time_at_every_temperature() =>
        Prop.ForAll<NonNegativeInt, NonNegativeInt, NonNegativeInt>(static (first, second, heat) =>
        {
            double kelvin = 250 + (heat.Get % 150);
            TimeSpan sooner = TimeSpan.FromHours(Math.Min(first.Get, second.Get) * 100.0);
            TimeSpan later = TimeSpan.FromHours(Math.Max(first.Get, second.Get) * 100.0);
            return Rate(Filamentary, sooner, kelvin) <= Rate(Filamentary, later, kelvin);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Errors_grow_with_temperature()
    {
        double[] rates = [.. Enumerable.Range(250, 150).Select(static kelvin => Rate(Filamentary, TenYears, kelvin))];
        rates.ShouldBe(rates.Order());
        rates[^1].ShouldBeGreaterThan(rates[0] * 1.1);
    }

    [Fact]
    public void Arrhenius_trades_time_for_temperature()
    {
        double acceleration = Math.Exp(LevelDrift.LogAcceleration(Filamentary, 358.15));
        LevelReadingTests.ShouldBeClose(acceleration, Math.Exp(1.1 / 8.617333262145179e-5 * ((1 / 298.15) - (1 / 358.15))), 1e-12);
        LevelReadingTests.ShouldBeClose(
            Rate(Filamentary, TimeSpan.FromDays(1), 358.15), Rate(Filamentary, TimeSpan.FromDays(acceleration), Room), 1e-6);
    }

    [Fact]
    public void Temperature_is_nothing_without_an_activation_energy() =>
        Rate(Filamentary with { ActivationEnergyElectronvolts = 0 }, TenYears, 400)
            .ShouldBe(Rate(Filamentary with { ActivationEnergyElectronvolts = 0 }, TenYears, 250));

    [Fact]
    public void References_that_track_leave_only_the_spread()
    {
        RetentionDrift shift = Filamentary with { SpreadRate = 0 };
        LevelReadingTests.ShouldBeClose(
            ThreeBits.After(shift, TenYears, Room, referencesTrack: true).MeanErrorRate, ThreeBits.Confusion.MeanErrorRate, 1e-9);
        double tracked = ThreeBits.After(Filamentary, TenYears, Room, referencesTrack: true).MeanErrorRate;
        tracked.ShouldBeInRange(ThreeBits.Confusion.MeanErrorRate, Rate(Filamentary, TenYears, Room));
    }

    [Fact]
    public void A_power_law_takes_a_share_of_every_reading()
    {
        RetentionDrift drift = Filamentary with { Law = DriftLaw.PowerLaw, MeanRate = 0.05, SpreadRate = 0 };
        LevelDrift moved = LevelDrift.Of(drift, TimeSpan.FromSeconds(Math.E - 1), Room);
        LevelReadingTests.ShouldBeClose(moved.Move(new NormalLevel(0.8, 0.01)).Mean, 0.8 * Math.Exp(-0.05), 1e-6);
        moved.Move(new NormalLevel(0, 0.01)).Mean.ShouldBe(0);
    }

    [Fact]
    public void Absurd_heat_gives_rates_that_are_still_probabilities()
    {
        ConfusionMatrix hot = ThreeBits.After(
            Filamentary with { ActivationEnergyElectronvolts = 10, ReferenceTemperatureKelvin = 1 }, TenYears, 2000);
        hot.MeanErrorRate.ShouldBeInRange(0.5, 1);
    }

    [Fact]
    public void Parameters_outside_their_range_are_refused()
    {
        Refused(Filamentary with { MeanRate = double.NaN }, "drift.mean_rate", "a number");
        Refused(Filamentary with { SpreadRate = -1 }, "drift.spread_rate", "0 or more");
        Refused(Filamentary with { ActivationEnergyElectronvolts = -1 }, "drift.activation_energy_ev", "0 to 10 eV");
        Refused(Filamentary with { ReferenceTemperatureKelvin = 0 }, "drift.reference_temperature_k", "1 to 2000 K");
        Refused(Filamentary with { MeanOnset = TimeSpan.Zero }, "drift.mean_onset_s", "above 0 s");
        Refused(Filamentary with { SpreadOnset = TimeSpan.Zero }, "drift.spread_onset_s", "above 0 s");
        Finding(static () => ThreeBits.After(Filamentary, TenYears, -5)).Key.ShouldBe("drift.temperature_k");
        Finding(static () => ThreeBits.After(Filamentary, -TenYears, 300)).Key.ShouldBe("drift.age_s");
    }

    private static double Rate(RetentionDrift drift, TimeSpan age, double kelvin) => ThreeBits.After(drift, age, kelvin).MeanErrorRate;

    private static void Refused(RetentionDrift drift, string key, string permitted)
    {
        Diagnostic finding = Finding(() => ThreeBits.After(drift, TenYears, Room));
        (finding.Code, finding.Key, finding.Permitted).ShouldBe((ArrayCodes.BadDrift, key, permitted));
    }

    private static Diagnostic Finding(Action action) => Should.Throw<MemtiException>(action).Diagnostic;
}
