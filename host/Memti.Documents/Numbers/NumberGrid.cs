namespace Memti.Documents.Numbers;

/// <summary>The numbers that a key is meant to have, so that one is moved to another that makes sense.</summary>
public sealed record NumberGrid
{
    /// <summary>Relative step of a number without a grid.</summary>
    private const double Percent = 0.01;

    /// <summary>True for powers of two.</summary>
    public bool PowersOfTwo { get; init; }

    /// <summary>Spacing; 0 for none.</summary>
    public double Step { get; init; }

    /// <summary>The values there are, rising; empty for any.</summary>
    public IReadOnlyList<double> Grades { get; init; } = [];

    /// <summary>True for counts.</summary>
    public bool Whole { get; init; }

    /// <summary>
    /// The next number up, then the next one down: along the grid; by one or a percent, whichever is more, for counts without; else by a
    /// percent.
    /// Never through zero. A number that lies off the grid moves onto it.
    /// </summary>
    public IEnumerable<double> Neighbours(double value) => ((double[])[Above(value), Below(value)])
        .Where(moved => double.IsFinite(moved) && moved != value && Math.Sign(moved) == Math.Sign(value));

    private double Above(double value)
    {
        if (PowersOfTwo)
            return value > 0 ? Math.ScaleB(1, Math.ILogB(value) + 1) : double.NaN;
        if (Grades.Count > 0)
            return Grades.FirstOrDefault(grade => grade > value, double.NaN);
        return Step > 0 ? (Math.Floor(value / Step) + 1) * Step : Off(value, Percent);
    }

    private double Below(double value)
    {
        if (PowersOfTwo)
            return value > 0 ? Math.ScaleB(1, Math.ILogB(Math.BitDecrement(value))) : double.NaN;
        if (Grades.Count > 0)
            return Grades.LastOrDefault(grade => grade < value, double.NaN);
        return Step > 0 ? (Math.Ceiling(value / Step) - 1) * Step : Off(value, -Percent);
    }

    private double Off(double value, double step) =>
        Whole ? value + (Math.Sign(step) * Math.Max(1, Math.Round(Math.Abs(value * step)))) : value * (1 + step);
}
