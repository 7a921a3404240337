using System.Globalization;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>Numbers between two ends.</summary>
/// <param name="From">The first number.</param>
/// <param name="To">The last number.</param>
/// <param name="IsLogarithmic">True to spread them by ratio.</param>
/// <param name="IsWhole">True for whole numbers.</param>
internal sealed record AxisRange(double From, double To, bool IsLogarithmic, bool IsWhole)
{
    // Six digits: enough for any axis, and few enough that no platform's logarithm differs in them.
    private const string Form = "G6";

    /// <summary>The number at a share of the way, as a scenario would say it.</summary>
    /// <param name="share">From 0 to 1.</param>
    public string At(double share)
    {
        double between = IsLogarithmic ? From * Math.Pow(To / From, share) : From + (share * (To - From));
        double value = share <= 0 ? From : share >= 1 ? To : between;
        return IsWhole
            ? Math.Round(value, MidpointRounding.AwayFromZero).ToString("F0", CultureInfo.InvariantCulture)
            : Written(double.Parse(value.ToString(Form, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    /// <summary>A number that is drawn at a share of the way. Each whole number is as likely as any other.</summary>
    /// <param name="share">From 0, below 1.</param>
    public string Drawn(double share)
    {
        if (!IsWhole || IsLogarithmic)
            return At(share);
        (double first, double last) = (Math.Ceiling(Math.Min(From, To)), Math.Floor(Math.Max(From, To)));
        return (first + Math.Floor(share * (last - first + 1))).ToString("F0", CultureInfo.InvariantCulture);
    }

    /// <summary>A number without an exponent where it has few digits.</summary>
    public static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
