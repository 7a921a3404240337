namespace Memti.Arrays.Circuits;

/// <summary>
/// Delay of a stage whose input has a finite slope, to half the supply. Horowitz, Stanford 1983, as in NVSim, formula.cpp.
/// </summary>
internal static class Edge
{
    /// <summary>
    /// Slope of an ideal step in 1/s: so steep that the slope term of <see cref="Delay"/> vanishes against ln(0.5) squared.
    /// </summary>
    public const double Step = 1e41;

    /// <summary>Switching voltage over the supply.</summary>
    private const double HalfSwing = 0.5;
    private static readonly double SquaredLogHalf = Math.Log(HalfSwing) * Math.Log(HalfSwing);

    /// <summary>Delay in s of a stage whose input rises with <paramref name="ramp"/>.</summary>
    /// <param name="tau">Time constant of the stage in s.</param>
    /// <param name="slope">1 / (resistance x transconductance) of the driving path.</param>
    /// <param name="ramp">Slope of the input in 1/s; replaced by the slope of the output, 0.5 / delay.</param>
    public static double Delay(double tau, double slope, ref double ramp)
    {
        // Horowitz: t = tau sqrt(ln(v)^2 + 2 (t_in / tau) beta (1 - v)) with v = 1/2. The divisions keep NVSim's order, so that last digits
        // agree.
        double delay = tau * Math.Sqrt(SquaredLogHalf + (2 * (1 / ramp / tau) * slope * HalfSwing));
        ramp = HalfSwing / delay;
        return delay;
    }

    /// <summary>Delay in s of a stage whose input is a step.</summary>
    public static double StepDelay(double tau) => tau * Math.Sqrt(SquaredLogHalf);
}
