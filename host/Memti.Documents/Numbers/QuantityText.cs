using System.Globalization;

namespace Memti.Documents.Numbers;

/// <summary>Formats numbers for readers: four significant digits, and lifetimes in a suitable unit.</summary>
public static class QuantityText
{
    // 365.25 days of 24 hours.
    private const double HoursPerYear = 8766;

    /// <summary>A number with four significant digits; a hyphen for none.</summary>
    public static string Number(double? value) => value switch
    {
        null => "-",
        0 => "0",
        { } number when Math.Abs(number) is >= 1e6 or < 1e-3 => number.ToString("0.###e+0", CultureInfo.InvariantCulture),
        // Four significant digits: 3 minus the exponent of the first one.
        { } number =>
            Math.Round(number, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(number))), 0, 6)).ToString(
                "0.######", CultureInfo.InvariantCulture),
    };

    /// <summary>A count with commas between thousands.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A lifetime, given in years, in minutes, hours, days or years; a hyphen for none.</summary>
    public static string Lifetime(double? years) => years switch
    {
        null => "-",
        < 2 / HoursPerYear => Number(years * HoursPerYear * 60) + " min",
        < 48 / HoursPerYear => Number(years * HoursPerYear) + " h",
        < 2 => Number(years * HoursPerYear / 24) + " days",
        _ => Number(years) + " years",
    };

    /// <summary>A share as percent, with at most two decimals.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
