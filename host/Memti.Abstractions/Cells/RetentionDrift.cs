using Memti.Abstractions.Parameters;

namespace Memti.Abstractions.Cells;

/// <summary>
/// Drift of a cell's levels with time and temperature. With x = ln(1 + a t / t0), where a is the Arrhenius acceleration relative to the
/// reference temperature and t0 the onset: <see cref="DriftLaw.LogTime"/> adds rate x to a mean and adds spread x to its sigma in
/// quadrature; <see cref="DriftLaw.PowerLaw"/> multiplies a mean and its sigma by exp(-rate x) and adds spread x times the new mean in
/// quadrature. Nothing changes at t = 0.
/// </summary>
public sealed record RetentionDrift
{
    /// <summary>The shape of the movement. Default: log-time.</summary>
    public DriftLaw Law { get; init; } = DriftLaw.LogTime;

    /// <summary>
    /// Log-time: shift of a mean per e-fold of time on the read scale, negative towards the lowest level. Power law: the dimensionless
    /// exponent, positive for a falling reading.
    /// </summary>
    public required double MeanRate { get; init; }

    /// <summary>Time t0 of the mean's movement, above zero. Default: 1 s.</summary>
    public TimeSpan MeanOnset { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Standard deviation of the movement across cells per e-fold of time, on the read scale or of the exponent; 0 or
    /// more.</summary>
    public required double SpreadRate { get; init; }

    /// <summary>Time t0 of the spread's growth, above zero. Default: 1 s.</summary>
    public TimeSpan SpreadOnset { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Activation energy of the movement in eV, 0 to 10; 0 means independent of temperature.</summary>
    public required double ActivationEnergyElectronvolts { get; init; }

    /// <summary>Temperature in K at which the rates hold, above zero. Default: 298.15 (25 °C).</summary>
    public double ReferenceTemperatureKelvin { get; init; } = 298.15;

    /// <summary>The publication or reasoning behind the numbers.</summary>
    public required string Source { get; init; }

    /// <summary>Status of the weakest number.</summary>
    public required NumberStatus Status { get; init; }
}
