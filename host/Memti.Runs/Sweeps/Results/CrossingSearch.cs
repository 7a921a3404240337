namespace Memti.Runs.Sweeps.Results;

/// <summary>Finds where designs cross the first one along an axis of numbers.</summary>
internal static class CrossingSearch
{
    /// <summary>
    /// The crossings along the first axis of numbers, for each combination of the other axes; none where there is no such axis.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="metric">Index of the metric.</param>
    public static IReadOnlyList<Crossing> Of(SweepTable table, int metric)
    {
        int axis = 0;
        while (axis < table.Axes.Count && !table.Axes[axis].IsNumber)
            axis++;
        if (axis == table.Axes.Count)
            return [];
        int[][] curves =
        [
            .. Enumerable.Range(0, table.Points)
                .GroupBy(point => string.Join('\n', Others(table, axis).Select(other => table.Text(point, other))), StringComparer.Ordinal)
                .Select(curve => curve.OrderBy(point => table.Number(point, axis)).ToArray()),
        ];
        return
        [
            .. Enumerable.Range(1, table.Designs.Count - 1)
                .SelectMany(design => curves.SelectMany(curve => Of(table, metric, design, axis, curve))),
        ];
    }

    private static IEnumerable<int> Others(SweepTable table, int axis) =>
        Enumerable.Range(0, table.Axes.Count).Where(other => other != axis);

    private static IEnumerable<Crossing> Of(SweepTable table, int metric, int design, int axis, int[] curve)
    {
        // Points where a design has no value, or breaks a constraint, are no part of its curve.
        int[] points = [.. curve.Where(point => !double.IsNaN(Excess(table, metric, design, point)))];
        for (int index = 1; index < points.Length; index++)
        {
            double before = Excess(table, metric, design, points[index - 1]);
            double after = Excess(table, metric, design, points[index]);
            if (before == 0 || Math.Sign(before) == Math.Sign(after))
                continue;
            double at = Between(table, axis, points[index - 1], points[index], before / (before - after));
            yield return new Crossing(metric, design, axis, at, points[index - 1], points[index], after > before);
        }
    }

    /// <summary>Logarithm of the design's value over the first one's; NaN where one of them is not there.</summary>
    private static double Excess(SweepTable table, int metric, int design, int point)
    {
        SweepRow row = new(point, design), first = new(point, 0);
        return table.IsPermitted(row) && table.IsPermitted(first)
            ? Math.Log(table.Value(row, metric) / table.Value(first, metric))
            : double.NaN;
    }

    private static double Between(SweepTable table, int axis, int below, int above, double share)
    {
        (double from, double to) = (table.Number(below, axis), table.Number(above, axis));
        return table.Axes[axis].IsLogarithmic ? from * Math.Pow(to / from, share) : from + (share * (to - from));
    }
}
