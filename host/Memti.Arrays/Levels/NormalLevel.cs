using MathNet.Numerics;

namespace Memti.Arrays.Levels;

/// <summary>One level as it is read: a normal distribution on the read scale.</summary>
/// <param name="Mean">Mean reading.</param>
/// <param name="Sigma">Standard deviation of a reading, above 0.</param>
internal readonly record struct NormalLevel(double Mean, double Sigma)
{
    private const double SquareRootOfTwo = 1.4142135623730950488;

    /// <summary>
    /// Probability of a reading above a point. Precise in the tail, where it is computed by the complementary error function.
    /// </summary>
    public double Above(double point) => 0.5 * SpecialFunctions.Erfc((point - Mean) / (Sigma * SquareRootOfTwo));

    /// <summary>Probability of a reading below a point. Precise in the tail, like <see cref="Above"/>.</summary>
    public double Below(double point) => 0.5 * SpecialFunctions.Erfc((Mean - point) / (Sigma * SquareRootOfTwo));

    /// <summary>
    /// Probability of a reading between two points. Computed as a difference of values in the same tail, which avoids the cancellation of
    /// two numbers near 1.
    /// </summary>
    public double Between(double low, double high) => low >= Mean ? Above(low) - Above(high) : Below(high) - Below(low);

    /// <summary>The level with an independent deviation added to every reading.</summary>
    public NormalLevel Widened(double sigma) => this with { Sigma = Math.Sqrt((Sigma * Sigma) + (sigma * sigma)) };

    /// <summary>Logarithm of the density at a point, without the constant that all levels share.</summary>
    public double LogDensity(double point)
    {
        double distance = (point - Mean) / Sigma;
        return (-0.5 * distance * distance) - Math.Log(Sigma);
    }
}
