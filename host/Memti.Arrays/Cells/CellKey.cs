using Memti.Documents.Numbers;

namespace Memti.Arrays.Cells;

/// <summary>A number that a cell file may hold.</summary>
/// <param name="Section">The mapping that it stands in, such as <c>read</c>.</param>
/// <param name="Name">Its key there, unit included, such as <c>voltage_v</c>.</param>
/// <param name="Unit">The unit as a person writes it; empty for a ratio or a count.</param>
/// <param name="Description">What the number is, in one line.</param>
public sealed record CellKey(string Section, string Name, string Unit, string Description)
{
    /// <summary>The full key, such as <c>read.voltage_v</c>.</summary>
    public string Key => $"{Section}.{Name}";

    /// <summary>The values that it takes, in its unit.</summary>
    public string Permitted => Range.ToString();

    /// <summary>What holds when the key is left out, in its unit; null where nothing does.</summary>
    public string? Default { get; init; }

    /// <summary>Along what the number moves when it is seen what rests on it.</summary>
    public NumberGrid Grid => new() { Whole = Whole, Step = Step > 1 ? Step : 0 };

    /// <summary>Power of ten that turns the unit into its SI unit: -9 for ns.</summary>
    internal int Exponent { get; init; }

    internal ValueRange Range { get; init; } = ValueRange.Any;

    /// <summary>The least magnitude that is taken of a number that may be negative; 0 for any.</summary>
    internal double Smallest { get; init; }

    /// <summary>True for counts.</summary>
    internal bool Whole { get; init; }

    /// <summary>Numbers that are taken must be multiples of this; 1 for all.</summary>
    internal int Step { get; init; } = 1;

    /// <summary>The key without its unit: <c>voltage</c> of <c>voltage_v</c>.</summary>
    internal string Stem { get; init; } = Name;

    internal bool Takes(double value) =>
        Range.Holds(value) && Math.Abs(value) >= Smallest && (!Whole || value == Math.Truncate(value)) && (Step == 1 || value % Step == 0);
}
