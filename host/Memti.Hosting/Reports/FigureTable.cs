namespace Memti.Hosting;

/// <summary>The figures of all tasks of a run, each set against the first design under the same variant or moved number.</summary>
internal sealed class FigureTable
{
    private readonly Dictionary<RunTask, DesignFigures> _figures = new(ReferenceEqualityComparer.Instance);

    public FigureTable(IReadOnlyList<RunTask> tasks)
    {
        foreach (RunTask task in tasks.Where(static task => task.Outcome is not null))
            _figures[task] = DesignMeasures.Of(task.Outcome!);
        double baseline = _figures[tasks[0]].EnergyPerFrameMj;
        string first = tasks[0].Design.Name;
        foreach (var group in tasks.Where(_figures.ContainsKey).GroupBy(static task => (task.Variant?.Name, task.Number?.Name)).ToArray())
        {
            double own = group.FirstOrDefault(task => task.Design.Name == first) is { } moved ? _figures[moved].EnergyPerFrameMj : baseline;
            foreach (RunTask task in group)
                _figures[task] = _figures[task] with { SavedEnergy = own / _figures[task].EnergyPerFrameMj };
        }
    }

    /// <summary>The figures of a task that has run.</summary>
    public DesignFigures Of(RunTask task) => _figures[task];
}
