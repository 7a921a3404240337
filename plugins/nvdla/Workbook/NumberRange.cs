using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Numbers as a person lists them: <c>64,256</c>, <c>0.5:25:0.5</c>, or <c>32:2048</c> for doubled numbers.</summary>
internal static class NumberRange
{
    private const int Most = 100_000;
    private const double LeastStep = 0.001;
    private const double Slack = 1e-9;

    /// <summary>The numbers of a text, in its order.</summary>
    /// <param name="key">The option, for findings.</param>
    /// <param name="text">The text.</param>
    /// <param name="minimum">Least permitted number, above zero.</param>
    /// <param name="maximum">Greatest permitted number.</param>
    /// <exception cref="MemtiException"><see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.ValueOutOfRange"/> for a text in another form, or a number out of range.</exception>
    public static IReadOnlyList<double> Parse(string key, string text, double minimum, double maximum)
    {
        var numbers = new List<double>();
        foreach (string part in text.Split(','))
        {
            double[] ends = [.. part.Split(':').Select((end, place) => Number(end, place == 2 ? LeastStep : minimum, maximum))];
            if (ends.Length > 3 || ends.Any(double.IsNaN) || (ends.Length > 1 && ends[1] < ends[0]))
                throw Refuse(key, text, minimum, maximum);
            numbers.AddRange(ends.Length == 1 ? ends : ends.Length == 2 ? Doubled(ends[0], ends[1]) : Stepped(ends[0], ends[1], ends[2]));
            if (numbers.Count > Most)
                throw Refuse(key, text, minimum, maximum);
        }

        return numbers;
    }

    private static IEnumerable<double> Doubled(double first, double last)
    {
        for (double number = first; number <= last; number *= 2)
            yield return number;
    }

    private static IEnumerable<double> Stepped(double first, double last, double step)
    {
        double steps = Math.Floor(((last - first) / step) + Slack);
        for (int i = 0; i <= Math.Min(steps, Most); i++)
            yield return Math.Round(first + (i * step), 9);
    }

    private static double Number(string text, double minimum, double maximum) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number >= minimum && number <= maximum ? number : double.NaN;

    private static Memti.Abstractions.Diagnostics.MemtiException Refuse(string key, string text, double minimum, double maximum) => NvdlaLimits.Refuse(
        key, text, FormattableString.Invariant($"numbers from {minimum} to {maximum} such as 64,256, or ranges such as 32:512 and 0.5:25:0.5, {Most} at the most"));
}
