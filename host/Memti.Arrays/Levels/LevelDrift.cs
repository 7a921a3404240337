using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;

namespace Memti.Arrays.Levels;

/// <summary>How far levels have moved at one age and temperature.</summary>
/// <param name="Law">The shape of the movement.</param>
/// <param name="Shift">Log-time: movement of a mean on the read scale. Power law: the negative logarithm of the factor that is left.</param>
/// <param name="Spread">Standard deviation that is added, on the read scale or in proportion to the mean.</param>
internal readonly record struct LevelDrift(DriftLaw Law, double Shift, double Spread)
{
    /// <summary>Boltzmann's constant in eV/K, exact in the SI since 2019 (1.380649e-23 / 1.602176634e-19).</summary>
    private const double BoltzmannElectronvoltsPerKelvin = 8.617333262145179e-5;

    public static LevelDrift Of(RetentionDrift drift, TimeSpan age, double temperatureKelvin)
    {
        ArgumentNullException.ThrowIfNull(drift);
        if (Findings(drift, age, temperatureKelvin).FirstOrDefault() is Diagnostic finding)
            throw new MemtiException(finding);
        double aged = Math.Log(age.TotalSeconds) + LogAcceleration(drift, temperatureKelvin);
        return new(drift.Law, drift.MeanRate * Efolds(aged, drift.MeanOnset), drift.SpreadRate * Efolds(aged, drift.SpreadOnset));
    }

    /// <summary>Logarithm of how much faster cells age than at the reference temperature: Arrhenius.</summary>
    public static double LogAcceleration(RetentionDrift drift, double temperatureKelvin) =>
        drift.ActivationEnergyElectronvolts / BoltzmannElectronvoltsPerKelvin * ((1 / drift.ReferenceTemperatureKelvin) - (1 / temperatureKelvin));

    public NormalLevel Move(NormalLevel level) => Law == DriftLaw.PowerLaw
        ? new NormalLevel(level.Mean * Math.Exp(-Shift), level.Sigma * Math.Exp(-Shift)).Widened(Spread * level.Mean * Math.Exp(-Shift))
        : new NormalLevel(level.Mean + Shift, level.Sigma).Widened(Spread);

    /// <summary>ln(1 + t / onset) of an age that may lie beyond any double.</summary>
    private static double Efolds(double logSeconds, TimeSpan onset)
    {
        double logRatio = logSeconds - Math.Log(onset.TotalSeconds);
        double ratio = Math.Exp(Math.Min(logRatio, 40));
        if (logRatio >= 40)
            return logRatio;
        return ratio < 1e-5 ? ratio * (1 - (0.5 * ratio)) : Math.Log(1 + ratio);
    }

    private static IEnumerable<Diagnostic> Findings(RetentionDrift drift, TimeSpan age, double temperatureKelvin)
    {
        if (!double.IsFinite(drift.MeanRate))
            yield return Bad("mean_rate", drift.MeanRate, "a number");
        if (!(drift.SpreadRate >= 0) || !double.IsFinite(drift.SpreadRate))
            yield return Bad("spread_rate", drift.SpreadRate, "0 or more");
        if (!(drift.ActivationEnergyElectronvolts is >= 0 and <= 10))
            yield return Bad("activation_energy_ev", drift.ActivationEnergyElectronvolts, "0 to 10 eV");
        if (!(drift.ReferenceTemperatureKelvin is >= 1 and <= 2000))
            yield return Bad("reference_temperature_k", drift.ReferenceTemperatureKelvin, "1 to 2000 K");
        if (!(temperatureKelvin is >= 1 and <= 2000))
            yield return Bad("temperature_k", temperatureKelvin, "1 to 2000 K");
        if (drift.MeanOnset <= TimeSpan.Zero)
            yield return Bad("mean_onset_s", drift.MeanOnset.TotalSeconds, "above 0 s");
        if (drift.SpreadOnset <= TimeSpan.Zero)
            yield return Bad("spread_onset_s", drift.SpreadOnset.TotalSeconds, "above 0 s");
        if (age < TimeSpan.Zero)
            yield return Bad("age_s", age.TotalSeconds, "0 s or more");
    }

    private static Diagnostic Bad(string name, double value, string permitted) => LevelFinding.Of(DiagnosticCode.BadDrift, "drift." + name, value, permitted);
}
