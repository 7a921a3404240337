using System.Globalization;

namespace Memti.Hosting;

/// <summary>A number, moved a little to see what rests on it.</summary>
/// <param name="Name">Key of the number: <c>kind.key</c>.</param>
/// <param name="Text">The moved value as a file would say it.</param>
/// <param name="RelativeChange">Moved value over the value, less one; zero for <see cref="None"/> alone.</param>
internal sealed record MovedNumber(string Name, string Text, double RelativeChange)
{
    private const double Step = 0.01;

    /// <summary>No number moved: what the others are set against.</summary>
    public static MovedNumber None { get; } = new("", "", 0);

    /// <summary>The ways to move a number, best first: up, or down where up is out of its range. None for a word, a switch or zero.</summary>
    public static IEnumerable<MovedNumber> Of(KnownNumber number)
    {
        if (!double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || value == 0)
            yield break;
        foreach (double step in (double[])[Step, -Step])
        {
            double moved = IsWhole(number.Value) ? Whole(value, step) : value * (1 + step);
            if (moved != 0)
                yield return new MovedNumber(number.Name, moved.ToString("G12", CultureInfo.InvariantCulture), (moved / value) - 1);
        }
    }

    private static bool IsWhole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>A whole number may be a count, so it moves by one at least.</summary>
    private static double Whole(double value, double step) => value + (Math.Sign(step) * Math.Max(1, Math.Round(Math.Abs(value * step))));
}
