namespace Memti.Charts.Axes;

/// <summary>The values that an axis shows, and where each lies along its length.</summary>
internal sealed class AxisRange
{
    private readonly AxisScale _scale;
    private readonly double _low;
    private readonly double _high;

    private AxisRange(AxisScale scale, double low, double high, IReadOnlyList<Tick> ticks) =>
        (_scale, _low, _high, Ticks) = (scale, low, high, ticks);

    /// <summary>The labelled values, rising.</summary>
    public IReadOnlyList<Tick> Ticks { get; }

    /// <summary>The largest value shown.</summary>
    public double High => _scale == AxisScale.Linear ? _high : Math.Pow(10, _high);

    /// <summary>The range of an axis over data.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="values">The data; values that the axis cannot show are passed over.</param>
    /// <param name="ticks">Number of ticks that the axis has room for, at least 2.</param>
    /// <param name="fromZero">True to begin at zero, as bars need it.</param>
    public static AxisRange Of(Axis axis, IEnumerable<double> values, int ticks, bool fromZero = false)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double value in values.Where(axis.CanShow))
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low > high)
            (low, high) = (axis.Scale == AxisScale.Linear ? 0 : 1, 1);
        (low, high) = (axis.Min ?? (fromZero ? Math.Min(0, low) : low), axis.Max ?? high);
        return axis.Scale == AxisScale.Linear ? Linear(low, high, ticks, axis) : Logarithmic(low, high, ticks, axis);
    }

    /// <summary>Where a value lies: 0 at the low end, 1 at the high end.</summary>
    public double Share(double value) => ((_scale == AxisScale.Linear ? value : Math.Log10(value)) - _low) / (_high - _low);

    private static AxisRange Linear(double low, double high, int count, Axis axis)
    {
        if (high <= low)
            high = low + (low == 0 ? 1 : Math.Abs(low));
        double step = Step((high - low) / Math.Max(1, count - 1));
        double first = Math.Floor((low / step) + 1e-9);
        double last = Math.Ceiling((high / step) - 1e-9);
        low = axis.Min ?? first * step;
        high = axis.Max ?? last * step;
        List<Tick> ticks = [];
        for (double tick = Math.Ceiling((low / step) - 1e-9); tick * step <= high + (step * 1e-9); tick++)
            ticks.Add(new Tick(tick * step, TickLabel.Linear(tick * step, step)));
        return new AxisRange(AxisScale.Linear, low, high, ticks);
    }

    /// <summary>The step of ticks that are easy to read: 1, 2 or 5 times a power of ten.</summary>
    private static double Step(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (double digit in (ReadOnlySpan<double>)[1, 2, 5])
        {
            if (digit * power >= least * (1 - 1e-9))
                return digit * power;
        }

        return 10 * power;
    }

    private static AxisRange Logarithmic(double low, double high, int count, Axis axis)
    {
        (low, high) = (Math.Log10(low), Math.Log10(high));
        // Some room around the data, so that no point lies on the frame.
        double margin = Math.Max(0.06, (high - low) * 0.03);
        low = axis.Min is { } min ? Math.Log10(min) : low - margin;
        high = axis.Max is { } max ? Math.Log10(max) : high + margin;
        double decades = high - low;
        int[] digits = decades * 3 <= count ? [1, 2, 5] : [1];
        if (decades * 9 <= count)
            digits = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        int every = Math.Max(1, (int)Math.Ceiling(decades / count));
        List<Tick> ticks = [];
        for (int exponent = (int)Math.Floor(low); exponent <= high; exponent++)
        {
            if (exponent % every != 0)
                continue;
            foreach (int digit in digits)
            {
                double place = Math.Log10(digit) + exponent;
                if (place >= low - 1e-9 && place <= high + 1e-9)
                    ticks.Add(new Tick(Math.Pow(10, place), TickLabel.Logarithmic(digit, exponent)));
            }
        }

        return new AxisRange(AxisScale.Logarithmic, low, high, ticks);
    }
}
