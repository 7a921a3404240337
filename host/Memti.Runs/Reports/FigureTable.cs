using Memti.Runs.Runs;

namespace Memti.Runs.Reports;

/// <summary>The figures of all tasks of a run, each set against the first design under the same variant or moved number.</summary>
internal sealed class FigureTable
{
    private readonly Dictionary<RunCase, DesignFigures> _figures = new(ReferenceEqualityComparer.Instance);

    public FigureTable(IReadOnlyList<RunCase> tasks)
    {
        foreach (RunCase task in tasks.Where(static task => task.Outcome is not null))
            _figures[task] = DesignMeasures.Of(task.Outcome!);
        RunCase[] first = [.. tasks.Where(task => task.Design.Name == tasks[0].Design.Name && _figures.ContainsKey(task))];
        foreach (RunCase task in tasks.Where(_figures.ContainsKey))
            _figures[task] = Saved(_figures[task], task, Baseline(task, first));
    }

    /// <summary>The figures of a task that has run.</summary>
    public DesignFigures Of(RunCase task) => _figures[task];

    /// <summary>The energies that a design saves. A frame at another rate is other work: then there are none.</summary>
    private DesignFigures Saved(DesignFigures figures, RunCase task, RunCase baseline)
    {
        bool comparable = task.Design.Workload.FrameRate == baseline.Design.Workload.FrameRate;
        return figures with
        {
            SavedEnergy = comparable ? _figures[baseline].EnergyPerFrameMj / figures.EnergyPerFrameMj : null,
            SavedEnergyBestBaseline = comparable && baseline.Best is { } best
                ? DesignMeasures.EnergyPerFrame(best.Workload).Millijoules / figures.EnergyPerFrameMj
                : null,
        };
    }

    /// <summary>The first design under the task's variant or moved number; where it does not take that number, its sample with none moved.</summary>
    private static RunCase Baseline(RunCase task, RunCase[] first) =>
        first.FirstOrDefault(other => other.Variant?.Name == task.Variant?.Name && other.Number == task.Number)
        ?? first.First(static other => other.Number == PerturbedParameter.None);
}
