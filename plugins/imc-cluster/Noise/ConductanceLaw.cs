namespace Memti.Plugins.ImcCluster.Noise;

/// <summary>
/// Statistics of a weight's conductance in the HERMES core, 256 x 256 phase-change cells. A weight has two polarities, each of one or two
/// devices. g is the target over the greatest conductance, from 0 to 1.
/// </summary>
/// <remarks>
/// IBM/aihwkit 4545f11b, src/aihwkit/inference/noise/hermes.py: the model that the makers of the core fitted to their chip. Its code takes
/// the target conductance in the drift, and the programmed one in the read noise (aihwkit issue 436).
/// </remarks>
internal sealed class ConductanceLaw
{
    /// <summary>Time of one read.</summary>
    private const double ReadSeconds = 512e-9;

    /// <summary>Seconds after programming from which drift counts, for one device and for two.</summary>
    private const double SingleOnset = 200;
    private const double PairOnset = 300;

    /// <summary>Least relative conductance in a logarithm.</summary>
    private const double Least = 1e-7;

    private readonly bool _isPair;
    private readonly double _logAge;
    private readonly double _readScale;

    private ConductanceLaw(bool isPair, double seconds)
    {
        // Both depend on the age alone, and millions of weights are read at one age.
        double onset = isPair ? PairOnset : SingleOnset;
        (_isPair, _logAge) = (isPair, Math.Log((seconds + onset) / onset));
        _readScale = Math.Sqrt(Math.Log((seconds + onset + ReadSeconds) / (2 * ReadSeconds)));
    }

    /// <summary>Greatest conductance of a polarity in µS.</summary>
    internal double Greatest => _isPair ? 20.7 : 10.35;

    /// <summary>The law of a number of devices for each weight and polarity.</summary>
    /// <param name="devices">1 or 2.</param>
    /// <param name="seconds">Time since programming, zero or more.</param>
    internal static ConductanceLaw Of(int devices, double seconds) => new(devices == 2, seconds);

    /// <summary>Conductance that programming leaves, in µS: normal around the target, and never negative.</summary>
    internal double Programmed(double g, double normal) => Math.Max(0, (g * Greatest) + (ProgrammingSigma(g) * normal));

    /// <summary>Conductance at a read, in µS.</summary>
    /// <param name="g">The target.</param>
    /// <param name="programmed">What programming left, in µS.</param>
    /// <param name="drift">Standard normal number of the device's drift.</param>
    /// <param name="read">Standard normal number of the read.</param>
    internal double Read(double g, double programmed, double drift, double read)
    {
        double exponent = Math.Abs(DriftMean(g) + (DriftSigma(g) * drift));
        double drifted = programmed * Math.Exp(-exponent * _logAge);
        return Math.Max(0, drifted * (1 + (ReadQuality(programmed / Greatest) * _readScale * read)));
    }

    private double ProgrammingSigma(double g) => _isPair
        ? 0.16603222 + (g * (4.71806468 + (g * (-8.48101252 + (g * 4.68961419)))))
        : 0.15781817 + (g * (2.32443916 + (g * (-2.16310839 + (g * 0.68841818)))));

    private static double DriftMean(double g) => g < 0.0945
        ? Math.Clamp((-0.0387 * Log(g)) - 0.0182, 0.0720, 0.13)
        : (g * ((-0.0436 * g) - 0.0126)) + 0.0736;

    private double DriftSigma(double g)
    {
        if (_isPair)
            return g < 0.3055 ? Math.Clamp((-0.0117 * Log(g)) - 0.0057, 0.0091, 0.04) : (g * ((-0.0118 * g) + 0.0093)) + 0.0073;
        return g < 0.3039 ? Math.Clamp((-0.0120 * Log(g)) - 0.0023, 0.0124, 0.04) : (g * ((-0.0165 * g) + 0.0116)) + 0.0104;
    }

    private double ReadQuality(double g)
    {
        if (_isPair)
            return g < 0.16
                ? Math.Clamp((-0.0117 * Log(g)) - 0.0069, 0.015, 0.04)
                : 0.0123 + (g * (0.0211 + (g * (-0.0280 + (g * 0.0069)))));
        return g < 0.1591
            ? Math.Clamp((-0.0078 * Log(g)) + 0.0038, 0.0179, 0.04)
            : 0.0088 + (g * (0.0768 + (g * (-0.1352 + (g * 0.0664)))));
    }

    private static double Log(double g) => Math.Log(Math.Max(g, Least));
}
