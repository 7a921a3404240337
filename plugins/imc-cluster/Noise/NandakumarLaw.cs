namespace Memti.Plugins.ImcCluster.Noise;

/// <summary>Phase-change devices of doped Ge2Sb2Te5 in 90 nm, one for each polarity.</summary>
/// <param name="seconds">Time since programming, zero or more.</param>
/// <remarks>
/// Nandakumar et al., ICECS 2019, a fit to ten thousand devices, as IBM/aihwkit 4545f11b has it in
/// src/aihwkit/inference/noise/pcm.py (<c>PCMLikeNoiseModel</c>, greatest conductance 25 µS).
/// </remarks>
internal sealed class NandakumarLaw(double seconds) : DriftingLaw(seconds, Onset, ReadSeconds)
{
    /// <summary>Time of one read.</summary>
    private const double ReadSeconds = 250e-9;

    /// <summary>Seconds after programming from which drift counts.</summary>
    private const double Onset = 20;

    /// <inheritdoc />
    internal override double Greatest => 25;

    /// <inheritdoc />
    protected override double ProgrammingSigma(double g) => 0.26348 + (g * (1.9650 - (g * 1.1731)));

    /// <inheritdoc />
    protected override double DriftMean(double g) => Math.Clamp((-0.0155 * Log(g)) + 0.0244, 0.049, 0.1);

    /// <inheritdoc />
    protected override double DriftSigma(double g) => Math.Clamp((-0.0125 * Log(g)) - 0.0059, 0.008, 0.045);

    /// <inheritdoc />
    protected override double ReadQuality(double g) => Math.Min(0.2, 0.0088 / Math.Max(1e-3, Math.Pow(g, 0.65)));
}
