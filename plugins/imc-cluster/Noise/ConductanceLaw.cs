namespace Memti.Plugins.ImcCluster.Noise;

/// <summary>
/// Statistics of the conductances behind a weight, which has two polarities. g is the target, from 0 to 1 of the range in which
/// conductances are programmed.
/// </summary>
internal abstract class ConductanceLaw
{
    /// <summary>Least relative conductance in a logarithm.</summary>
    private const double LeastInLogarithm = 1e-7;

    /// <summary>Greatest conductance that is programmed, in µS, or 1 where the law is relative to it.</summary>
    internal abstract double Greatest { get; }

    /// <summary>Least conductance that is programmed, in the same unit: where a polarity without a weight rests.</summary>
    internal virtual double Least => 0;

    /// <summary>Conductance that programming leaves: normal around the target, and never negative.</summary>
    internal double Programmed(double g, double normal) =>
        Math.Max(0, Least + (g * (Greatest - Least)) + (ProgrammingSigma(g) * normal));

    /// <summary>Conductance at a read.</summary>
    /// <param name="g">The target.</param>
    /// <param name="programmed">What programming left.</param>
    /// <param name="drift">Standard normal number of the device's drift.</param>
    /// <param name="read">Standard normal number of the read.</param>
    internal abstract double Read(double g, double programmed, double drift, double read);

    /// <summary>Standard deviation that programming leaves.</summary>
    protected abstract double ProgrammingSigma(double g);

    /// <summary>Logarithm of a relative conductance.</summary>
    protected static double Log(double g) => Math.Log(Math.Max(g, LeastInLogarithm));
}
