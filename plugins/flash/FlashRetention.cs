namespace Memti.Plugins.Flash;

/// <summary>
/// Retention over temperature. Charge leaves a floating gate faster when warm: Arrhenius with 1.1 eV (JESD22-A117, floating-gate charge
/// loss).
/// </summary>
internal static class FlashRetention
{
    /// <summary>Temperature in K at which data sheets state retention: 55 °C. Assumed from the usual test plan (JESD47).</summary>
    public const double StatedKelvin = 328.15;

    /// <summary>Activation energy in eV of charge loss from a floating gate. Source: JESD22-A117.</summary>
    private const double ActivationElectronvolt = 1.1;
    /// <summary>Boltzmann's constant in eV/K (CODATA), to seven digits; the activation energy has two.</summary>
    private const double BoltzmannElectronvoltPerKelvin = 8.617333e-5;
    /// <summary>
    /// Longest retention in years. Assumed: beyond it other mechanisms than charge loss dominate, and the number would say nothing.
    /// </summary>
    private const double LongestYears = 1000;
    private const double DaysPerYear = 365.25;

    /// <summary>Retention at a temperature, at most 1000 years.</summary>
    /// <param name="kelvin">Temperature in K.</param>
    /// <param name="statedYears">Retention in years at <see cref="StatedKelvin"/>.</param>
    public static TimeSpan At(double kelvin, double statedYears)
    {
        double faster = Math.Exp(ActivationElectronvolt / BoltzmannElectronvoltPerKelvin * ((1 / StatedKelvin) - (1 / kelvin)));
        return TimeSpan.FromDays(Math.Min(LongestYears, statedYears / faster) * DaysPerYear);
    }
}
