namespace Memti.Plugins.ImcCluster.Noise;

/// <summary>
/// Devices of which a standard deviation after programming is stated, as a polynomial of the conductance over the greatest one. They
/// neither drift nor have noise of reads.
/// </summary>
/// <param name="constant">The part that no conductance changes.</param>
/// <param name="slope">The part in proportion to the conductance.</param>
/// <param name="curve">The part in proportion to its square.</param>
/// <param name="onOffRatio">Greatest conductance over the least one; infinite for a polarity that rests at zero.</param>
internal sealed class StatedLaw(double constant, double slope, double curve, double onOffRatio) : ConductanceLaw
{
    /// <inheritdoc />
    internal override double Greatest => 1;

    /// <inheritdoc />
    internal override double Least { get; } = 1 / onOffRatio;

    /// <inheritdoc />
    internal override double Read(double g, double programmed, double drift, double read) => programmed;

    /// <inheritdoc />
    protected override double ProgrammingSigma(double g)
    {
        double conductance = Least + (g * (1 - Least));
        return Math.Max(0, constant + (conductance * (slope + (conductance * curve))));
    }
}
