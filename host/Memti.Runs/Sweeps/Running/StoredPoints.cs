using System.Globalization;
using System.Text.Json;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Jobs;
using Memti.Runs.Sweeps.Points;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Running;

/// <summary>Takes the points of a sweep from a store, and says what of the rest is out of date.</summary>
internal sealed class StoredPoints
{
    /// <summary>The key under which a store keeps the context of the sweep that used it last.</summary>
    public static readonly JobKey ContextKey = JobKey.Of("memti sweep context");

    private readonly SweepWork _work;
    private readonly TableBuilder _table;
    private readonly Dictionary<JobKey, int> _points;
    private readonly Dictionary<JobKey, int> _intervals = [];
    private readonly int[] _next;
    private Dictionary<string, string>? _before;
    private int _others;

    public StoredPoints(SweepWork work, TableBuilder table)
    {
        (_work, _table, _points, _next) = (work, table, new(work.Grid.Count), new int[work.Grid.Count]);
        for (int point = work.Grid.Count - 1; point >= 0; point--)
        {
            // Two values that a study names twice are one job of several points.
            _next[point] = _points.GetValueOrDefault(table.KeyOf(point), -1);
            _points[table.KeyOf(point)] = point;
            if (work.Draws is not null)
                _intervals[work.IntervalKeyOf(point)] = point;
        }
    }

    /// <summary>Points that the store had.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a job of the store.</summary>
    public void Take(JobKey key, ReadOnlySpan<byte> result)
    {
        if (key == ContextKey)
            _before = JsonSerializer.Deserialize<Dictionary<string, string>>(result);
        else if (_intervals.TryGetValue(key, out int point))
        {
            if (PointRecord.Read(result) is { } intervals)
                for (; point >= 0; point = _next[point])
                    _work.FillIntervals(_table, point, intervals);
        }
        else if (!_points.TryGetValue(key, out point))
            _others++;
        else if (PointRecord.Read(result) is { } record)
            for (; point >= 0; point = _next[point])
                Fill(point, record);
    }

    /// <summary>True when the store was last used under another context, or never.</summary>
    public bool IsContextNew => _before is null || _work.Context.Changed(_before).Any();

    /// <summary>A message about points that are out of date; null when there is nothing to say.</summary>
    public Diagnostic? OutOfDate(string file)
    {
        if (_before is null || _others == 0)
            return null;
        string[] changed = [.. _work.Context.Changed(_before)];
        return changed.Length == 0 ? null : new Diagnostic(
            SweepCodes.PointsOutOfDate,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_others} points of the store are of an earlier state and are not used; changed since: {string.Join(", ", changed)}."))
        {
            Severity = Severity.Message,
            File = file,
        };
    }

    private void Fill(int point, PointRecord record)
    {
        if (!_table.HasValues(point))
            Count++;
        _work.Fill(_table, point, record);
    }
}
