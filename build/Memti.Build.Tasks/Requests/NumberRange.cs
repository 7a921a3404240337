using System.Globalization;

namespace Memti.Build.Tasks.Requests;

/// <summary>The numbers that are taken, as the worker takes them.</summary>
/// <param name="Minimum">The smallest one.</param>
/// <param name="Maximum">The largest one.</param>
internal readonly record struct NumberRange(double Minimum, double Maximum)
{
    /// <summary>A share, 0 and 1 included.</summary>
    public static NumberRange Share { get; } = new(0, 1);

    /// <summary>A learning rate.</summary>
    public static NumberRange LearningRate { get; } = new(0, 100);

    /// <summary>A limit of energy, area or time.</summary>
    public static NumberRange Limit { get; } = new(0, 1e12);

    /// <summary>Whether a number is taken; what is not a number is not.</summary>
    public bool Holds(double value) => value >= Minimum && value <= Maximum;

    /// <inheritdoc />
    public override string ToString() => $"a number from {Text(Minimum)} to {Text(Maximum)}";

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
