using System.Globalization;

namespace Memti.Charts.Axes;

/// <summary>Writes values of an axis: plain digits where they are short, powers of ten where they are not.</summary>
internal static class TickLabel
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A value of the data, to four significant digits.</summary>
    public static string Value(double value) => value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary>A value of a linear axis with a step between its ticks.</summary>
    public static string Linear(double value, double step)
    {
        double size = Math.Max(Math.Abs(value), step);
        if (value == 0)
            return "0";
        if (size is >= 1e6 or < 1e-4)
            return value.ToString("0.###e0", CultureInfo.InvariantCulture);
        int decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 8);
        return value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>A value of a logarithmic axis: a power of ten, or twice or five times one.</summary>
    public static string Logarithmic(int digit, int exponent)
    {
        if (exponent is >= -3 and <= 5)
            return (digit * Math.Pow(10, exponent)).ToString("0.######", CultureInfo.InvariantCulture);
        string power = "10" + (exponent < 0 ? "⁻" : "")
            + string.Concat(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(static sign => Superscripts[sign - '0']));
        return digit == 1 ? power : digit.ToString(CultureInfo.InvariantCulture) + "·" + power;
    }
}
