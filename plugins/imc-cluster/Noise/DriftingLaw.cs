namespace Memti.Plugins.ImcCluster.Noise;

/// <summary>
/// Phase-change devices: conductance falls with a power of time, drawn once for each device, and a read adds noise of 1/f spectrum that
/// grows with the time since programming.
/// </summary>
internal abstract class DriftingLaw : ConductanceLaw
{
    private readonly double _logAge;
    private readonly double _readScale;

    /// <summary>A law at an age.</summary>
    /// <param name="seconds">Time since programming, zero or more.</param>
    /// <param name="onset">Seconds after programming from which drift counts.</param>
    /// <param name="readSeconds">Time of one read.</param>
    protected DriftingLaw(double seconds, double onset, double readSeconds)
    {
        // Both depend on the age alone, and millions of weights are read at one age.
        _logAge = Math.Log((seconds + onset) / onset);
        _readScale = Math.Sqrt(Math.Log((seconds + onset + readSeconds) / (2 * readSeconds)));
    }

    /// <inheritdoc />
    internal sealed override double Read(double g, double programmed, double drift, double read)
    {
        double exponent = Math.Abs(DriftMean(g) + (DriftSigma(g) * drift));
        double drifted = programmed * Math.Exp(-exponent * _logAge);
        return Math.Max(0, drifted * (1 + (ReadQuality(programmed / Greatest) * _readScale * read)));
    }

    /// <summary>Mean exponent of the drift of a target.</summary>
    protected abstract double DriftMean(double g);

    /// <summary>Standard deviation of that exponent.</summary>
    protected abstract double DriftSigma(double g);

    /// <summary>Amplitude of the noise of a read, over the conductance.</summary>
    /// <param name="g">What programming left, over the greatest conductance.</param>
    protected abstract double ReadQuality(double g);
}
