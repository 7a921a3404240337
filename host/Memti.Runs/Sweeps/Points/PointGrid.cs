using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Expressions;
using Memti.Runs.Sweeps.Samples;

namespace Memti.Runs.Sweeps.Points;

/// <summary>
/// The points of a study, numbered from 0: every combination of the values of its axes, the last axis fastest, or a sample. Points that
/// break a constraint of axes alone are left out. No point is stored but for its place in the grid.
/// </summary>
internal sealed class PointGrid
{
    private readonly SweepStudy _study;
    private readonly int[] _dimensionOf;
    private readonly int[] _lengths;
    private readonly SamplePlan? _plan;
    private readonly int[]? _kept;
    private readonly int _all;

    private PointGrid(SweepStudy study, int[] dimensionOf, int[] lengths, int all)
    {
        (_study, _dimensionOf, _lengths, _all) = (study, dimensionOf, lengths, all);
        _plan = study.Sample is { } sample ? new SamplePlan(sample, study.Axes.Count) : null;
        Condition[] ofAxes = [.. study.Constraints.Where(static condition => !condition.NeedsMetrics)];
        if (ofAxes.Length > 0)
            _kept = [.. Enumerable.Range(0, all).Where(place => Keeps(place, ofAxes))];
        Count = _kept?.Length ?? all;
    }

    /// <summary>Number of points.</summary>
    public int Count { get; }

    /// <summary>The points of a study.</summary>
    /// <exception cref="MemtiException"><see cref="SweepCodes.NoPoints"/>, <see cref="SweepCodes.TooManyPoints"/> or
    /// <see cref="SweepCodes.BadAxis"/>.</exception>
    public static PointGrid Of(SweepStudy study)
    {
        int[] dimensions = DimensionsOf(study);
        int[] lengths = new int[dimensions.Max() + 1];
        for (int axis = 0; axis < dimensions.Length; axis++)
            lengths[dimensions[axis]] = study.Axes[axis].Cases.Count;
        double all = study.Sample?.Points ?? lengths.Aggregate(1.0, static (product, length) => product * length);
        if (all > SweepKeys.MostPoints)
            throw Refused(study, SweepCodes.TooManyPoints, string.Create(
                CultureInfo.InvariantCulture,
                $"the study has {all:0} points; permitted: 1 to {SweepKeys.MostPoints}, which `sample` draws"));
        if (study.Sample?.Method == SampleMethod.Sobol && study.Axes.Count > SobolSequence.MostDimensions)
            throw Refused(study, SweepCodes.BadAxis, string.Create(
                CultureInfo.InvariantCulture,
                $"a Sobol sequence has at most {SobolSequence.MostDimensions} axes, and the study has {study.Axes.Count}; "
                    + $"use latin_hypercube"));
        var grid = new PointGrid(study, dimensions, lengths, (int)all);
        return grid.Count > 0
            ? grid
            : throw Refused(study, SweepCodes.NoPoints, "the constraints leave no point of the study");
    }

    /// <summary>The value of an axis at a point.</summary>
    public AxisCase Case(int point, int axis) => CaseAt(_kept?[point] ?? point, axis);

    /// <summary>What a point sets: what holds at every point, then its axes in their order.</summary>
    public IReadOnlyList<string> Overrides(int point)
    {
        List<string> overrides = [.. _study.Set];
        for (int axis = 0; axis < _study.Axes.Count; axis++)
            overrides.AddRange(Case(point, axis).Overrides);
        return overrides;
    }

    private static MemtiException Refused(SweepStudy study, string code, string what) => new(new Diagnostic(code, what + ".")
    {
        File = study.AxesPlace.File,
        Line = study.AxesPlace.Line,
        Column = study.AxesPlace.Column,
        Key = study.AxesPlace.Key,
    });

    /// <summary>The dimension of the grid of each axis; zipped axes share one.</summary>
    private static int[] DimensionsOf(SweepStudy study)
    {
        int[] dimensions = new int[study.Axes.Count];
        Array.Fill(dimensions, -1);
        int next = 0;
        for (int axis = 0; axis < dimensions.Length; axis++)
        {
            if (dimensions[axis] >= 0)
                continue;
            foreach (int other in study.Zipped.FirstOrDefault(group => group.Contains(axis)) ?? [axis])
                dimensions[other] = next;
            next++;
        }

        return dimensions;
    }

    private AxisCase CaseAt(int place, int axis)
    {
        AxisSpec spec = _study.Axes[axis];
        if (_plan is null)
            return spec.Cases[IndexAt(place, _dimensionOf[axis])];
        double share = _plan.At(place, axis);
        return spec.Range is { } range ? spec.CaseOf(range.Drawn(share)) : spec.Cases[(int)(share * spec.Cases.Count)];
    }

    private int IndexAt(int place, int dimension)
    {
        for (int last = _lengths.Length - 1; last > dimension; last--)
            place /= _lengths[last];
        return place % _lengths[dimension];
    }

    private bool Keeps(int place, Condition[] conditions)
    {
        var row = new AxisValues(this, place);
        return Array.TrueForAll(conditions, condition => condition.Holds(row));
    }

    /// <summary>The numbers of a place in the grid.</summary>
    private sealed class AxisValues(PointGrid grid, int place) : IRowValues
    {
        private readonly int[] _numeric =
            [.. Enumerable.Range(0, grid._study.Axes.Count).Where(axis => grid._study.Axes[axis].Axis.IsNumber)];

        public double Axis(int index) => double.Parse(grid.CaseAt(place, _numeric[index]).Text, CultureInfo.InvariantCulture);

        public double Metric(int column) => double.NaN;
    }
}
