namespace Memti.Plugins.ImcCluster.Noise;

/// <summary>The HERMES core, 256 x 256 phase-change cells. A polarity has one or two devices.</summary>
/// <param name="isPair">True for two devices.</param>
/// <param name="seconds">Time since programming, zero or more.</param>
/// <remarks>
/// IBM/aihwkit 4545f11b, src/aihwkit/inference/noise/hermes.py: the model that the makers of the core fitted to their chip. Its code takes
/// the target conductance in the drift, and the programmed one in the read noise (aihwkit issue 436).
/// </remarks>
internal sealed class HermesLaw(bool isPair, double seconds) : DriftingLaw(seconds, isPair ? PairOnset : SingleOnset, ReadSeconds)
{
    /// <summary>Time of one read.</summary>
    private const double ReadSeconds = 512e-9;

    /// <summary>Seconds after programming from which drift counts, for one device and for two.</summary>
    private const double SingleOnset = 200;
    private const double PairOnset = 300;

    /// <inheritdoc />
    internal override double Greatest => isPair ? 20.7 : 10.35;

    /// <inheritdoc />
    protected override double ProgrammingSigma(double g) => isPair
        ? 0.16603222 + (g * (4.71806468 + (g * (-8.48101252 + (g * 4.68961419)))))
        : 0.15781817 + (g * (2.32443916 + (g * (-2.16310839 + (g * 0.68841818)))));

    /// <inheritdoc />
    protected override double DriftMean(double g) => g < 0.0945
        ? Math.Clamp((-0.0387 * Log(g)) - 0.0182, 0.0720, 0.13)
        : (g * ((-0.0436 * g) - 0.0126)) + 0.0736;

    /// <inheritdoc />
    protected override double DriftSigma(double g)
    {
        if (isPair)
            return g < 0.3055 ? Math.Clamp((-0.0117 * Log(g)) - 0.0057, 0.0091, 0.04) : (g * ((-0.0118 * g) + 0.0093)) + 0.0073;
        return g < 0.3039 ? Math.Clamp((-0.0120 * Log(g)) - 0.0023, 0.0124, 0.04) : (g * ((-0.0165 * g) + 0.0116)) + 0.0104;
    }

    /// <inheritdoc />
    protected override double ReadQuality(double g)
    {
        if (isPair)
            return g < 0.16
                ? Math.Clamp((-0.0117 * Log(g)) - 0.0069, 0.015, 0.04)
                : 0.0123 + (g * (0.0211 + (g * (-0.0280 + (g * 0.0069)))));
        return g < 0.1591
            ? Math.Clamp((-0.0078 * Log(g)) + 0.0038, 0.0179, 0.04)
            : 0.0088 + (g * (0.0768 + (g * (-0.1352 + (g * 0.0664)))));
    }
}
