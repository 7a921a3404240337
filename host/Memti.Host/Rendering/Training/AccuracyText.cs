using System.Globalization;
using Memti.Training;

namespace Memti.Host.Rendering;

/// <summary>Accuracies as a person reads them.</summary>
internal static class AccuracyText
{
    public static string Percent(double? share) => share is { } value ? (value * 100).ToString("0.00", CultureInfo.InvariantCulture) : "-";

    public static string Range(Interval interval) => $"{Percent(interval.Low)} to {Percent(interval.High)}";

    public static string P(double value) => value < 1e-4 ? value.ToString("0.0e+0", CultureInfo.InvariantCulture) : value.ToString("0.0000", CultureInfo.InvariantCulture);

    public static string Exact(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
