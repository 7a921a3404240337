namespace Memti.Charts;

/// <summary>Bars of one kind.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Values">Value of each row or group, in the chart's order; null for no bar.</param>
public sealed record BarSeries(string Name, IReadOnlyList<double?> Values)
{
    /// <summary>Number of the look, from 0, where charts shall share it; null for the place in the chart.</summary>
    public int? Look { get; init; }

    /// <summary>Half the length of the error bar of each value; null for no error bars.</summary>
    public IReadOnlyList<double?>? Spreads { get; init; }

    /// <summary>The interval of each value, where it is not even around it; null for none. Not together with spreads.</summary>
    public IReadOnlyList<Interval>? Intervals { get; init; }

    /// <summary>The error bar of a value; null for none.</summary>
    internal Interval? IntervalOf(int place) => Intervals is { } known && double.IsFinite(known[place].High)
        ? known[place]
        : Spreads?[place] is { } half && Values[place] is { } value ? new Interval(value - half, value + half) : null;
}
