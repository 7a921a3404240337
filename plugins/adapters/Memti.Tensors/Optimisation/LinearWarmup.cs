namespace Memti.Tensors.Optimisation;

/// <summary>Scales the rate of another schedule linearly up from zero at the beginning.</summary>
/// <param name="schedule">The schedule; its time is not shifted.</param>
/// <param name="length">Time until the full rate applies; 0 for no warm-up.</param>
public sealed class LinearWarmup(ILearningRate schedule, double length) : ILearningRate
{
    /// <inheritdoc />
    public double At(double time) => schedule.At(time) * (time < length ? time / length : 1);
}
