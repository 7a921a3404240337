namespace Memti.Plugins.Flash;

/// <summary>Charge leaves a floating gate faster when it is warm: Arrhenius with 1.1 eV (JESD22-A117, floating-gate charge loss).</summary>
internal static class FlashRetention
{
    /// <summary>The temperature in K that data sheets state retention at.</summary>
    public const double StatedKelvin = 328.15;

    private const double ActivationElectronvolt = 1.1;
    private const double BoltzmannElectronvoltPerKelvin = 8.617333e-5;
    private const double LongestYears = 1000;
    private const double DaysPerYear = 365.25;

    /// <summary>Retention at a temperature, at most 1000 years: beyond, other mechanisms lead.</summary>
    public static TimeSpan At(double kelvin, double statedYears)
    {
        double faster = Math.Exp(ActivationElectronvolt / BoltzmannElectronvoltPerKelvin * ((1 / StatedKelvin) - (1 / kelvin)));
        return TimeSpan.FromDays(Math.Min(LongestYears, statedYears / faster) * DaysPerYear);
    }
}
