using System.Globalization;

namespace Memti.Build.Tasks;

/// <summary>The numbers that are taken.</summary>
/// <param name="Minimum">The smallest one.</param>
/// <param name="Maximum">The largest one.</param>
/// <param name="Open">Whether the limits themselves are left out.</param>
internal readonly record struct NumberRange(double Minimum, double Maximum, bool Open = false)
{
    /// <summary>Above zero.</summary>
    public static NumberRange Positive { get; } = new(0, double.PositiveInfinity, Open: true);

    /// <summary>A share, 0 and 1 included.</summary>
    public static NumberRange Share { get; } = new(0, 1);

    /// <summary>A share, without 0 and 1.</summary>
    public static NumberRange OpenShare { get; } = new(0, 1, Open: true);

    /// <summary>Whether a number is taken; what is not a number is not.</summary>
    public bool Holds(double value) => Open ? value > Minimum && value < Maximum : value >= Minimum && value <= Maximum;

    /// <inheritdoc />
    public override string ToString() => double.IsPositiveInfinity(Maximum)
        ? $"a number above {Text(Minimum)}"
        : $"a number {(Open ? "between" : "from")} {Text(Minimum)} {(Open ? "and" : "to")} {Text(Maximum)}";

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
