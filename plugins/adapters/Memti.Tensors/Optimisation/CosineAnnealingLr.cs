using Memti.Tensors.Numerics;

namespace Memti.Tensors.Optimisation;

/// <summary>A rate that falls from a first to a last value along half a cosine.</summary>
/// <param name="rate">Rate at 0.</param>
/// <param name="end">Time at which the last rate is reached; it stays from then on.</param>
/// <param name="last">Last rate. Default: 0.</param>
/// <remarks>Loshchilov, Hutter, ICLR 2017, without restarts.</remarks>
public sealed class CosineAnnealingLr(double rate, double end, double last = 0) : ILearningRate
{
    /// <inheritdoc />
    public double At(double time) => last + ((rate - last) * (1 + Elementary.Cos(Math.PI * Math.Clamp(time / end, 0, 1))) / 2);
}
