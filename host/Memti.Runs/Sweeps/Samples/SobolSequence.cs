using System.Numerics;

namespace Memti.Runs.Sweeps.Samples;

/// <summary>
/// A Sobol sequence of up to 21 dimensions. Primitive polynomials and first direction numbers are those of Joe and Kuo, "Constructing Sobol
/// Sequences with Better Two-Dimensional Projections", SIAM J. Sci. Comput. 30 (2008), file new-joe-kuo-6.21201. The order is Gray code.
/// </summary>
internal sealed class SobolSequence
{
    private const int Bits = 32;

    /// <summary>Most dimensions.</summary>
    public const int MostDimensions = 21;

    /// <summary>Degree of the polynomial, its inner coefficients, and the first direction numbers, from dimension 2 on.</summary>
    private static readonly (int Degree, uint Polynomial, uint[] First)[] Table =
    [
        (1, 0, [1]),
        (2, 1, [1, 3]),
        (3, 1, [1, 3, 1]),
        (3, 2, [1, 1, 1]),
        (4, 1, [1, 1, 3, 3]),
        (4, 4, [1, 3, 5, 13]),
        (5, 2, [1, 1, 5, 5, 17]),
        (5, 4, [1, 1, 5, 5, 5]),
        (5, 7, [1, 1, 7, 11, 19]),
        (5, 11, [1, 1, 5, 1, 1]),
        (5, 13, [1, 1, 1, 3, 11]),
        (5, 14, [1, 3, 5, 5, 31]),
        (6, 1, [1, 3, 3, 9, 7, 49]),
        (6, 13, [1, 1, 1, 15, 21, 21]),
        (6, 16, [1, 3, 1, 13, 27, 49]),
        (6, 19, [1, 1, 1, 15, 7, 5]),
        (6, 22, [1, 3, 1, 15, 13, 25]),
        (6, 25, [1, 1, 5, 5, 19, 61]),
        (7, 1, [1, 3, 7, 11, 23, 15, 103]),
        (7, 4, [1, 3, 7, 13, 13, 15, 69]),
    ];

    private readonly uint[][] _directions;

    /// <summary>A sequence.</summary>
    /// <param name="dimensions">1 to <see cref="MostDimensions"/>.</param>
    public SobolSequence(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        _directions = [.. Enumerable.Range(0, dimensions).Select(DirectionsOf)];
    }

    /// <summary>A coordinate of a point, as a fraction of 2^32.</summary>
    /// <param name="point">The point, from 0, which is the origin.</param>
    /// <param name="dimension">The dimension, from 0.</param>
    public uint At(uint point, int dimension)
    {
        uint gray = point ^ (point >> 1);
        uint value = 0;
        for (uint left = gray; left != 0; left &= left - 1)
            value ^= _directions[dimension][BitOperations.TrailingZeroCount(left)];
        return value;
    }

    private static uint[] DirectionsOf(int dimension)
    {
        uint[] directions = new uint[Bits];
        if (dimension == 0)
        {
            for (int bit = 0; bit < Bits; bit++)
                directions[bit] = 1u << (Bits - 1 - bit);
            return directions;
        }

        (int degree, uint polynomial, uint[] first) = Table[dimension - 1];
        for (int bit = 0; bit < Bits; bit++)
            directions[bit] = bit < degree ? first[bit] << (Bits - 1 - bit) : Next(directions, bit, degree, polynomial);
        return directions;
    }

    // The recurrence of Bratley and Fox, ACM Trans. Math. Softw. 14 (1988), eq. 2.
    private static uint Next(uint[] directions, int bit, int degree, uint polynomial)
    {
        uint next = directions[bit - degree] ^ (directions[bit - degree] >> degree);
        for (int back = 1; back < degree; back++)
            if (((polynomial >> (degree - 1 - back)) & 1) == 1)
                next ^= directions[bit - back];
        return next;
    }
}
