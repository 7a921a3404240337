using System.Globalization;
using System.Numerics;

namespace Memti.Documents.Numbers;

/// <summary>
/// A number exactly as it was written in decimal digits: <paramref name="Mantissa"/> times ten to the <paramref name="Exponent"/>.
/// </summary>
public readonly record struct DecimalNumber(BigInteger Mantissa, int Exponent)
{
    private const int Longest = 400;

    /// <summary>
    /// Reads digits with an optional sign, point and exponent. Anything else, infinity and numbers that no double holds are refused.
    /// </summary>
    public static bool TryParse(string text, out DecimalNumber number)
    {
        number = default;
        if (text.Length is 0 or > Longest || !HasForm(text) || !double.IsFinite(double.Parse(text, CultureInfo.InvariantCulture)))
            return false;
        int letter = text.IndexOfAny(['e', 'E']);
        if (!TryParseExponent(letter < 0 ? "0" : text[(letter + 1)..], out int exponent))
            return false;
        string digits = letter < 0 ? text : text[..letter];
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : digits.Length - point - 1;
        BigInteger mantissa = BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        number = new DecimalNumber(mantissa, exponent - decimals);
        return true;
    }

    /// <summary>The nearest double.</summary>
    public double ToDouble() =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"{Mantissa}e{Exponent}"), CultureInfo.InvariantCulture);

    /// <summary>The number as a fraction in lowest terms.</summary>
    public (BigInteger Numerator, BigInteger Denominator) ToFraction()
    {
        BigInteger numerator = Mantissa * BigInteger.Pow(10, Math.Max(Exponent, 0));
        BigInteger denominator = BigInteger.Pow(10, Math.Max(-Exponent, 0));
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return (numerator / divisor, denominator / divisor);
    }

    /// <summary>The number when it is whole.</summary>
    public bool TryToWhole(out BigInteger whole)
    {
        (whole, BigInteger denominator) = ToFraction();
        return denominator.IsOne;
    }

    private static bool TryParseExponent(string text, out int exponent) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            && exponent is >= -Longest and <= Longest;

    private static bool HasForm(string text)
    {
        int at = text[0] is '+' or '-' ? 1 : 0;
        int whole = Digits(text, ref at);
        int decimals = at < text.Length && text[at] == '.' && ++at > 0 ? Digits(text, ref at) : 0;
        if (whole + decimals == 0)
            return false;
        if (at == text.Length)
            return true;
        if (text[at++] is not ('e' or 'E'))
            return false;
        at += at < text.Length && text[at] is '+' or '-' ? 1 : 0;
        return Digits(text, ref at) > 0 && at == text.Length;
    }

    private static int Digits(string text, ref int at)
    {
        int start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at - start;
    }
}
