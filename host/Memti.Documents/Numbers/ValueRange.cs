using System.Globalization;

namespace Memti.Documents.Numbers;

/// <summary>The numbers that a key takes, both ends included.</summary>
public readonly record struct ValueRange(double Minimum, double Maximum)
{
    /// <summary>Words for a range that its ends do not describe well.</summary>
    public string? Shown { get; init; }

    /// <summary>All numbers.</summary>
    public static ValueRange Any => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>True for a value in the range; both ends belong to it.</summary>
    public bool Holds(double value) => value >= Minimum && value <= Maximum;

    /// <summary>The part that both ranges hold.</summary>
    public ValueRange Within(ValueRange other) => new(Math.Max(Minimum, other.Minimum), Math.Min(Maximum, other.Maximum));

    /// <inheritdoc />
    public override string ToString() => Shown ?? (double.IsFinite(Minimum), double.IsFinite(Maximum)) switch
    {
        (true, true) => $"{Written(Minimum)} to {Written(Maximum)}",
        (true, false) => $"at least {Written(Minimum)}",
        (false, true) => $"at most {Written(Maximum)}",
        _ => "any number",
    };

    /// <summary>A number as it would be written in a file; whole numbers without exponent as far as a double counts them exactly.</summary>
    public static string Written(double value) => Math.Abs(value) < 1e15 && value == Math.Truncate(value)
        ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);
}
