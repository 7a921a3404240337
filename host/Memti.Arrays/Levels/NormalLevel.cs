using MathNet.Numerics;

namespace Memti.Arrays.Levels;

/// <summary>One level as it is read: a normal distribution on the read scale.</summary>
/// <param name="Mean">Mean reading.</param>
/// <param name="Sigma">Standard deviation of a reading, above 0.</param>
internal readonly record struct NormalLevel(double Mean, double Sigma)
{
    private const double SquareRootOfTwo = 1.4142135623730950488;

    /// <summary>Probability of a reading above a point; keeps its relative precision in the tail.</summary>
    public double Above(double point) => 0.5 * SpecialFunctions.Erfc((point - Mean) / (Sigma * SquareRootOfTwo));

    /// <summary>Probability of a reading below a point; keeps its relative precision in the tail.</summary>
    public double Below(double point) => 0.5 * SpecialFunctions.Erfc((Mean - point) / (Sigma * SquareRootOfTwo));

    /// <summary>Probability of a reading between two points, computed in the tail that they lie in.</summary>
    public double Between(double low, double high) => low >= Mean ? Above(low) - Above(high) : Below(high) - Below(low);

    /// <summary>The level with another, independent deviation added to every reading.</summary>
    public NormalLevel Widened(double sigma) => this with { Sigma = Math.Sqrt((Sigma * Sigma) + (sigma * sigma)) };

    /// <summary>Logarithm of the density at a point, up to a constant that all levels share.</summary>
    public double LogDensity(double point)
    {
        double distance = (point - Mean) / Sigma;
        return (-0.5 * distance * distance) - Math.Log(Sigma);
    }
}
