using System.Globalization;
using System.Text.Json;
using Memti.Training.Weights.Requests;

namespace Memti.Build.Tasks.Requests;

/// <summary>The numbers that are taken.</summary>
/// <param name="Minimum">The smallest one.</param>
/// <param name="Maximum">The largest one.</param>
internal readonly record struct NumberRange(double Minimum, double Maximum)
{
    /// <summary>What the worker takes of a number of the request.</summary>
    /// <param name="name">The number as a project writes it: <c>RetrainEpochs</c> for the key <c>retrain_epochs</c>.</param>
    public static NumberRange Of(string name)
    {
        (double minimum, double maximum) = RequestRanges.Of(JsonNamingPolicy.SnakeCaseLower.ConvertName(name));
        return new NumberRange(minimum, maximum);
    }

    /// <summary>True when the range contains a number; false for NaN.</summary>
    public bool Holds(double value) => value >= Minimum && value <= Maximum;

    /// <inheritdoc />
    public override string ToString() => $"from {Text(Minimum)} to {Text(Maximum)}";

    // The greatest whole number is no double; as a long it has all its digits.
    private static string Text(double value) => value >= long.MaxValue
        ? long.MaxValue.ToString(CultureInfo.InvariantCulture)
        : value.ToString(CultureInfo.InvariantCulture);
}
