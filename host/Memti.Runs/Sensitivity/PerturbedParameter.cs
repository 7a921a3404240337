using System.Globalization;

namespace Memti.Runs.Sensitivity;

/// <summary>A number, moved a little to see what rests on it, or another word.</summary>
/// <param name="Name">What reports call the number.</param>
/// <param name="Text">The moved value as a file would say it.</param>
/// <param name="LogChange">Natural logarithm of the moved value over the value; null for a word.</param>
internal sealed record PerturbedParameter(string Name, string Text, double? LogChange)
{
    /// <summary>No number moved: what the others are set against.</summary>
    public static PerturbedParameter None { get; } = new("", "", 0);

    /// <summary>
    /// The ways to move a number, best first: up, or down where up is not possible. A word or a switch becomes each of the others, until
    /// one changes the design. There is none for a text or for zero.
    /// </summary>
    public static IReadOnlyList<PerturbedParameter> Of(UncertainParameter number)
    {
        if (number.Words.Count > 0)
            return [.. number.Words.Where(word => word != number.Value).Select(word => new PerturbedParameter(number.Name, word, null))];
        if (!double.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || value == 0)
            return [];
        return
        [
            .. number.Grid.Neighbours(value).Select(moved => To(number.Name, value, moved.ToString("G12", CultureInfo.InvariantCulture))),
        ];
    }

    private static PerturbedParameter To(string name, double value, string text) =>
        new(name, text, Math.Log(double.Parse(text, CultureInfo.InvariantCulture) / value));
}
