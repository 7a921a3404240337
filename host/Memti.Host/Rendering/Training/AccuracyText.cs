using System.Globalization;
using Memti.Training.Statistics;

namespace Memti.Host.Rendering.Training;

/// <summary>Formats accuracies.</summary>
internal static class AccuracyText
{
    public static string Percent(double? share) => share is { } value ? (value * 100).ToString("0.00", CultureInfo.InvariantCulture) : "-";

    public static string Range(ConfidenceInterval interval) => $"{Percent(interval.Low)} to {Percent(interval.High)}";

    public static string P(double? value) => value switch
    {
        null => "-",
        < 1e-4 => "< 0.0001",
        { } known => known.ToString("0.0000", CultureInfo.InvariantCulture),
    };

    public static string Exact(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
