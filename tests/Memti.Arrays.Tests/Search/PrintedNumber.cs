using System.Globalization;

namespace Memti.Arrays.Tests.Search;

/// <summary>A number as a reference simulator printed it: known to half a unit of its last digit.</summary>
/// <param name="Value">The number.</param>
/// <param name="HalfDigit">Half a unit of the last digit that is printed.</param>
internal readonly record struct PrintedNumber(double Value, double HalfDigit)
{
    private const double MostDeviation = 1e-3;

    /// <summary>Reads a number.</summary>
    /// <param name="text">The number.</param>
    /// <param name="decimals">Digits after the point that its column is printed with; a zero at the end may be left out.</param>
    public static PrintedNumber Parse(string text, int decimals) =>
        new(double.Parse(text, CultureInfo.InvariantCulture), 0.5 * Math.Pow(10, -decimals));

    /// <summary>Digits after the point.</summary>
    public static int Decimals(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? text.Length - 1 - point : 0;

    /// <summary>True within 0.1 %, or within half a unit of the last digit where too few are printed for that.</summary>
    public bool Is(double value) => Math.Abs(value - Value) <= Math.Max(Math.Abs(Value) * MostDeviation, HalfDigit);
}
