namespace Memti.Tensors.Numerics;

/// <summary>
/// An unevaluated sum of two doubles, about 106 bits. Built from additions, multiplications and divisions, which IEEE 754 rounds in one way
/// on every processor; a fused operation would not be in all of them.
/// </summary>
/// <remarks>Dekker, Numerische Mathematik 18, 1971; Knuth, The Art of Computer Programming 2, 4.2.2.</remarks>
/// <param name="High">The double nearest to the sum.</param>
/// <param name="Low">What is left.</param>
internal readonly record struct DoubleDouble(double High, double Low)
{
    // 2^27 + 1 cuts the 53 bits of a double into halves whose products are exact.
    private const double Splitter = 134_217_729;

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        DoubleDouble sum = Sum(left.High, right.High);
        return Ordered(sum.High, sum.Low + (left.Low + right.Low));
    }

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + new DoubleDouble(-right.High, -right.Low);

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        DoubleDouble product = Product(left.High, right.High);
        return Ordered(product.High, product.Low + ((left.High * right.Low) + (left.Low * right.High)));
    }

    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        double first = left.High / right.High;
        DoubleDouble rest = left - (right * first);
        double second = rest.High / right.High;
        rest -= right * second;
        return Ordered(first, second) + (rest.High / right.High);
    }

    /// <summary>Exact sum of two doubles.</summary>
    public static DoubleDouble Sum(double left, double right)
    {
        double sum = left + right;
        double taken = sum - left;
        return new DoubleDouble(sum, (left - (sum - taken)) + (right - taken));
    }

    /// <summary>Exact product of two doubles below 2^996.</summary>
    public static DoubleDouble Product(double left, double right)
    {
        double product = left * right;
        (double leftHigh, double leftLow) = Split(left);
        (double rightHigh, double rightLow) = Split(right);
        return new DoubleDouble(
            product, (((leftHigh * rightHigh) - product) + (leftHigh * rightLow) + (leftLow * rightHigh)) + (leftLow * rightLow));
    }

    private static (double High, double Low) Split(double value)
    {
        double scaled = Splitter * value;
        double high = scaled - (scaled - value);
        return (high, value - high);
    }

    // The sum of two doubles of which the first is not the smaller.
    private static DoubleDouble Ordered(double larger, double smaller)
    {
        double sum = larger + smaller;
        return new DoubleDouble(sum, smaller - (sum - larger));
    }
}
