using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Codes;

namespace Memti.Arrays.Levels;

/// <summary>Movement of levels at one age and temperature.</summary>
/// <param name="Law">The drift law.</param>
/// <param name="Shift">Log-time: shift of a mean on the read scale. Power law: negative logarithm of the remaining factor.</param>
/// <param name="Spread">Added standard deviation, on the read scale or in proportion to the mean.</param>
internal readonly record struct LevelDrift(DriftLaw Law, double Shift, double Spread)
{
    /// <summary>Boltzmann's constant in eV/K, exact in the SI since 2019 (1.380649e-23 / 1.602176634e-19).</summary>
    private const double BoltzmannElectronvoltsPerKelvin = 8.617333262145179e-5;

    /// <summary>Computes the movement.</summary>
    /// <exception cref="MemtiException"><see cref="ArrayCodes.BadDrift"/>: a parameter is outside its range.</exception>
    public static LevelDrift Of(RetentionDrift drift, TimeSpan age, double temperatureKelvin)
    {
        ArgumentNullException.ThrowIfNull(drift);
        if (Findings(drift, age, temperatureKelvin).FirstOrDefault() is Diagnostic finding)
            throw new MemtiException(finding);
        double aged = Math.Log(age.TotalSeconds) + LogAcceleration(drift, temperatureKelvin);
        return new(drift.Law, drift.MeanRate * Efolds(aged, drift.MeanOnset), drift.SpreadRate * Efolds(aged, drift.SpreadOnset));
    }

    /// <summary>
    /// Logarithm of the acceleration of ageing over the reference temperature: Arrhenius, E / k (1 / T_ref - 1 / T). As a logarithm,
    /// because the factor itself can overflow.
    /// </summary>
    public static double LogAcceleration(RetentionDrift drift, double temperatureKelvin) =>
        drift.ActivationEnergyElectronvolts
            / BoltzmannElectronvoltsPerKelvin
            * ((1 / drift.ReferenceTemperatureKelvin) - (1 / temperatureKelvin));

    /// <summary>The level after the movement.</summary>
    public NormalLevel Move(NormalLevel level) => Law == DriftLaw.PowerLaw
        ? new NormalLevel(level.Mean * Math.Exp(-Shift), level.Sigma * Math.Exp(-Shift)).Widened(Spread * level.Mean * Math.Exp(-Shift))
        : new NormalLevel(level.Mean + Shift, level.Sigma).Widened(Spread);

    /// <summary>ln(1 + t / onset), from the logarithm of an age that may exceed any double.</summary>
    private static double Efolds(double logSeconds, TimeSpan onset)
    {
        // Three ranges: from e^40 on the 1 is lost in rounding; below 1e-5 a series keeps the digits that 1 + ratio would drop.
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

    private static Diagnostic Bad(string name, double value, string permitted) =>
        LevelFinding.Of(ArrayCodes.BadDrift, "drift." + name, value, permitted);
}
