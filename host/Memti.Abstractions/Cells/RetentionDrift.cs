using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Cells;

/// <summary>
/// What time and heat do to the levels of a cell. With x = ln(1 + a t / t0), where a is the Arrhenius acceleration against the reference
/// temperature and t0 the onset: <see cref="DriftLaw.LogTime"/> moves a mean by rate x and adds spread x in quadrature to its sigma;
/// <see cref="DriftLaw.PowerLaw"/> multiplies a mean and its sigma by exp(-rate x) and adds spread x times the new mean in quadrature. At t = 0 nothing changes.
/// </summary>
public sealed record RetentionDrift
{
    /// <summary>The shape of the movement.</summary>
    public DriftLaw Law { get; init; } = DriftLaw.LogTime;

    /// <summary>
    /// Log-time: shift of a mean per e-fold of time on the read scale, negative towards the lowest level. Power law: the exponent,
    /// dimensionless, positive for a falling reading.
    /// </summary>
    public required double MeanRate { get; init; }

    /// <summary>Time from which the mean moves. Above zero.</summary>
    public TimeSpan MeanOnset { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Standard deviation of that movement among cells, per e-fold of time: on the read scale, or of the exponent. 0 or more.</summary>
    public required double SpreadRate { get; init; }

    /// <summary>Time from which the spread grows. Above zero.</summary>
    public TimeSpan SpreadOnset { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Activation energy of the movement in eV, 0 to 10; 0 for one that temperature does not change.</summary>
    public required double ActivationEnergyElectronvolts { get; init; }

    /// <summary>Temperature in K at which the rates hold. Above zero.</summary>
    public double ReferenceTemperatureKelvin { get; init; } = 298.15;

    /// <summary>Where the numbers come from.</summary>
    public required string Source { get; init; }

    /// <summary>How well the weakest of the numbers is known.</summary>
    public required NumberStatus Status { get; init; }
}
