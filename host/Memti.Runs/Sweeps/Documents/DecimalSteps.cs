using System.Globalization;
using System.Numerics;
using Memti.Documents.Numbers;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>Numbers at equal distances, exact in decimals: three steps of 0.1 are 0.3.</summary>
internal sealed class DecimalSteps
{
    /// <summary>Most digits of a number. Scenarios compute with 17, and a million numbers must fit into memory.</summary>
    public const int MostDigits = 28;

    private readonly int _exponent;
    private readonly BigInteger _from, _step;

    /// <param name="from">The first number.</param>
    /// <param name="to">No number is above it.</param>
    /// <param name="step">From one number to the next, above 0.</param>
    public DecimalSteps(DecimalNumber from, DecimalNumber to, DecimalNumber step)
    {
        DecimalNumber[] all = [.. new[] { from, to, step }.Where(static number => !number.Mantissa.IsZero)];
        _exponent = all.Min(static number => number.Exponent);
        (_from, _step) = (Aligned(from), Aligned(step));
        BigInteger last = Aligned(to);
        Count = last < _from ? 0 : ((last - _from) / _step) + 1;
        Digits = all.Max(number => BigInteger.Abs(Aligned(number)).ToString(CultureInfo.InvariantCulture).Length);
    }

    /// <summary>How many numbers there are.</summary>
    public BigInteger Count { get; }

    /// <summary>Most digits that a number may need.</summary>
    public int Digits { get; }

    /// <summary>A number, without an exponent where it has few digits.</summary>
    /// <param name="index">From 0, below <see cref="Count"/>.</param>
    public string At(int index)
    {
        (BigInteger digits, int exponent) = (_from + (index * _step), _exponent);
        if (digits.IsZero)
            return "0";
        for (; digits % 10 == 0; exponent++)
            digits /= 10;
        string text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture);
        return (digits.Sign < 0 ? "-" : "") + Placed(text, exponent);
    }

    private static string Placed(string digits, int exponent) => exponent switch
    {
        >= 0 and < MostDigits => digits + new string('0', exponent),
        >= -MostDigits and < 0 when -exponent < digits.Length => $"{digits[..^-exponent]}.{digits[^-exponent..]}",
        >= -MostDigits and < 0 => $"0.{digits.PadLeft(-exponent, '0')}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{digits}e{exponent}"),
    };

    private BigInteger Aligned(DecimalNumber number) =>
        number.Mantissa.IsZero ? 0 : number.Mantissa * BigInteger.Pow(10, number.Exponent - _exponent);
}
