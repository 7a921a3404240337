using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Parses lists of numbers: <c>64,256</c>, <c>0.5:25:0.5</c> with a step, or <c>32:2048</c> for powers of two.</summary>
internal static class NumberRange
{
    /// <summary>Most numbers in a list: a limit on the work of a sweep.</summary>
    private const int Most = 100_000;
    /// <summary>Smallest step of a range: the least permitted rate in GB/s.</summary>
    private const double LeastStep = 0.001;
    /// <summary>Tolerance on the number of steps, so that the end of a range belongs to it in spite of rounding.</summary>
    private const double Slack = 1e-9;

    /// <summary>Parses a list; the order of the text is kept.</summary>
    /// <param name="key">Name of the option in findings.</param>
    /// <param name="text">The text.</param>
    /// <param name="minimum">Least permitted number, above zero.</param>
    /// <param name="maximum">Greatest permitted number.</param>
    /// <exception cref="MemtiException">
    /// <see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.ValueOutOfRange"/>: another form, or a number out of range.
    /// </exception>
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
            // From the start, not by repeated addition, and rounded: 0.1 + 0.2 prints as 0.3 on every machine.
            yield return Math.Round(first + (i * step), 9);
    }

    private static double Number(string text, double minimum, double maximum) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && number >= minimum
            && number <= maximum ? number : double.NaN;

    private static Memti.Abstractions.Diagnostics.MemtiException Refuse(string key, string text, double minimum, double maximum) =>
        NvdlaLimits.Refuse(
        key,
        text,
        string.Create(
            CultureInfo.InvariantCulture,
            $"numbers from {minimum} to {maximum} such as 64,256, or ranges such as 32:512 and 0.5:25:0.5, {Most} at the most"));
}
