using System.Text;
using Memti.Documents.Files;
using Memti.Runs.Jobs;
using Memti.Runs.Sweeps.Bases;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Metrics;
using Memti.Runs.Sweeps.Points;
using Memti.Runs.Sweeps.Results;
using Memti.Runs.Sweeps.Shards;
using Memti.Runs.Sweeps.Uncertainty;

namespace Memti.Runs.Sweeps.Running;

/// <summary>A study that can be run.</summary>
internal sealed class SweepWork : IDisposable
{
    private readonly string _prefix;

    public SweepWork(SweepStudy study, PointGrid grid, IStudyBase start, SweepContext context)
    {
        (Study, Grid, Base, Context) = (study, grid, start, context);
        _prefix = context.Hash();
        Draws = study.Uncertainty is { } spec ? new NumberDraws(spec) : null;
    }

    public SweepStudy Study { get; }

    public PointGrid Grid { get; }

    /// <summary>What the points change.</summary>
    public IStudyBase Base { get; }

    public SweepContext Context { get; }

    public void Dispose() => Base.Dispose();

    /// <summary>The key of a point.</summary>
    public JobKey KeyOf(int point) => SweepContext.KeyOf(_prefix, Grid.Overrides(point));

    /// <summary>The key of the intervals of a point; only where the study draws uncertain numbers.</summary>
    public JobKey IntervalKeyOf(int point) => SweepContext.KeyOf(_prefix + Study.Uncertainty, Grid.Overrides(point));

    /// <summary>The folder of the shards of this study in its state.</summary>
    public PartsFolder PartsIn(string folder) =>
        new(folder, WholeFile.Sha256(Encoding.UTF8.GetBytes(_prefix + Study.Sha256 + Study.Uncertainty)));

    /// <summary>A table with all points named and none done.</summary>
    public TableBuilder NewTable()
    {
        var table = new TableBuilder(
            [.. Study.Axes.Select(static axis => axis.Axis)],
            [.. Study.Metrics.Select(static metric => MetricCatalog.All[metric].Metric)],
            Base.Rows,
            Grid.Count,
            intervals: Study.Uncertainty is not null);
        for (int point = 0; point < Grid.Count; point++)
        {
            int number = point;
            table.Name(point, KeyOf(point), axis => Grid.Case(number, axis).Text);
        }

        return table;
    }

    /// <summary>Puts the intervals of a point into a table.</summary>
    public void FillIntervals(TableBuilder table, int point, PointRecord record) =>
        table.SetIntervals(point, record.Values, Study.Metrics);

    /// <summary>Draws uncertain numbers; null where the study does not.</summary>
    public NumberDraws? Draws { get; }

    /// <summary>Puts the record of a point into a table.</summary>
    public void Fill(TableBuilder table, int point, PointRecord record)
    {
        if (record.Error is { } error)
            table.Fail(point, error);
        else
            table.Set(point, record.Values, Study.Metrics);
    }
}
