using System.Globalization;
using System.Numerics;

namespace Memti.Scenarios;

/// <summary>Frames per second as an exact fraction in lowest terms, so that 29.97 does not drift.</summary>
/// <param name="Numerator">Frames, at least 1.</param>
/// <param name="Denominator">Seconds, at least 1.</param>
public readonly record struct FrameRate(long Numerator, long Denominator)
{
    /// <summary>What a file may say.</summary>
    public const string Permitted = "0.001 to 100000, with at most 9 decimals";

    private static readonly ValueRange Range = new(0.001, 100_000);
    private static readonly BigInteger FinestStep = BigInteger.Pow(10, 9);

    /// <summary>30 frames per second.</summary>
    public static FrameRate Default => new(30, 1);

    /// <summary>The nearest number of frames per second.</summary>
    public double PerSecond => (double)Numerator / Denominator;

    /// <summary>Reads a decimal number such as <c>29.97</c>; false when it is none, or outside <see cref="Permitted"/>.</summary>
    public static bool TryParse(string text, out FrameRate rate)
    {
        ArgumentNullException.ThrowIfNull(text);
        rate = default;
        return DecimalNumber.TryParse(text, out DecimalNumber number) && TryFrom(number, out rate);
    }

    /// <summary>As a decimal number.</summary>
    public override string ToString() => PerSecond.ToString("R", CultureInfo.InvariantCulture);

    internal static bool TryFrom(DecimalNumber number, out FrameRate rate)
    {
        rate = default;
        (BigInteger frames, BigInteger seconds) = number.ToFraction();
        if (!Range.Holds(number.ToDouble()) || seconds > FinestStep)
            return false;
        rate = new FrameRate((long)frames, (long)seconds);
        return true;
    }
}
