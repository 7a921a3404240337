namespace Memti.Tensors.Optimisation;

/// <summary>Lets the rate of another schedule rise in a straight line from zero at first.</summary>
/// <param name="schedule">The schedule; its time is not shifted.</param>
/// <param name="length">Time until its rate holds; 0 for at once.</param>
public sealed class LinearWarmup(ILearningRate schedule, double length) : ILearningRate
{
    /// <inheritdoc />
    public double At(double time) => schedule.At(time) * (time < length ? time / length : 1);
}
