namespace Memti.Arrays.Circuits;

/// <summary>Horowitz's delay of a stage whose input is not a step (Horowitz, Stanford 1983): switching at half the supply.</summary>
internal static class Edge
{
    /// <summary>Slope of an ideal step in 1/s.</summary>
    public const double Step = 1e41;

    private const double HalfSwing = 0.5;
    private static readonly double SquaredLogHalf = Math.Log(HalfSwing) * Math.Log(HalfSwing);

    /// <summary>Delay in s; the output slope is 0.5 / delay.</summary>
    /// <param name="tau">Time constant of the stage in s.</param>
    /// <param name="slope">1 / (resistance x transconductance) of the driving path.</param>
    /// <param name="ramp">Slope of the input in 1/s; replaced by that of the output.</param>
    public static double Delay(double tau, double slope, ref double ramp)
    {
        double delay = tau * Math.Sqrt(SquaredLogHalf + (2 * (1 / ramp / tau) * slope * HalfSwing));
        ramp = HalfSwing / delay;
        return delay;
    }

    /// <summary>Delay in s of a stage that a step drives.</summary>
    public static double StepDelay(double tau) => tau * Math.Sqrt(SquaredLogHalf);
}
