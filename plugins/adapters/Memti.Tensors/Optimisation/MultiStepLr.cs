using Memti.Tensors.Numerics;

namespace Memti.Tensors.Optimisation;

/// <summary>A rate that is multiplied by a factor at each milestone.</summary>
/// <param name="rate">Rate before the first milestone.</param>
/// <param name="milestones">Times in the unit of <see cref="At"/>; the factor applies from them on.</param>
/// <param name="factor">Factor. Default: 0.1.</param>
public sealed class MultiStepLr(double rate, IReadOnlyList<double> milestones, double factor = 0.1) : ILearningRate
{
    /// <inheritdoc />
    public double At(double time) => rate * Elementary.Power(factor, milestones.Count(milestone => time >= milestone));
}
