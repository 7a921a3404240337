namespace Memti.Runs.Sweeps.Results;

/// <summary>Finds the Pareto front of a table.</summary>
internal static class FrontSearch
{
    /// <summary>The front; null for fewer than two objectives.</summary>
    /// <param name="table">The table.</param>
    /// <param name="objectives">What is wanted.</param>
    /// <param name="among">The rows that may be on it; null for all.</param>
    public static ParetoFront? Of(SweepTable table, IReadOnlyList<SweepObjective> objectives, Func<SweepRow, bool>? among = null)
    {
        if (objectives.Count < 2)
            return null;
        List<(SweepRow Row, double[] Costs)> front = [];
        foreach ((SweepRow Row, double[] Costs) one in Sorted(table, objectives, among))
            if (!front.Exists(other => Beats(other.Costs, one.Costs)))
                front.Add(one);
        return new ParetoFront(objectives, [.. front.Select(static one => one.Row)]);
    }

    // Sorted by all costs, no row is beaten by a later one, so that one walk is enough.
    private static List<(SweepRow Row, double[] Costs)> Sorted(
        SweepTable table, IReadOnlyList<SweepObjective> objectives, Func<SweepRow, bool>? among)
    {
        List<(SweepRow Row, double[] Costs)> rows = [];
        for (int index = 0; index < table.Rows; index++)
        {
            SweepRow row = table.RowAt(index);
            if (table.IsPermitted(row) && among?.Invoke(row) is null or true && CostsOf(table, row, objectives) is { } costs)
                rows.Add((row, costs));
        }

        rows.Sort(static (one, other) => Compare(one.Costs, other.Costs) is var order && order != 0 ? order
            : one.Row.Point != other.Row.Point ? one.Row.Point.CompareTo(other.Row.Point) : one.Row.Design.CompareTo(other.Row.Design));
        return rows;
    }

    private static double[]? CostsOf(SweepTable table, SweepRow row, IReadOnlyList<SweepObjective> objectives)
    {
        double[] costs = new double[objectives.Count];
        for (int index = 0; index < costs.Length; index++)
        {
            double value = table.Value(row, objectives[index].Metric);
            if (double.IsNaN(value))
                return null;
            costs[index] = objectives[index].Maximise ? -value : value;
        }

        return costs;
    }

    private static int Compare(double[] one, double[] other)
    {
        for (int index = 0; index < one.Length; index++)
            if (one[index].CompareTo(other[index]) is var order && order != 0)
                return order;
        return 0;
    }

    private static bool Beats(double[] one, double[] other)
    {
        bool better = false;
        for (int index = 0; index < one.Length; index++)
        {
            if (one[index] > other[index])
                return false;
            better |= one[index] < other[index];
        }

        return better;
    }
}
