using System.Numerics;
using Memti.Abstractions.Arrays;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Organisations;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Search;

/// <summary>
/// Tries every organisation of a bank once and keeps the best for each target. On a tie, the first in search order wins, as in NVSim.
/// </summary>
/// <remarks>Loop order and strict comparison: NVSim, macros.h and main.cpp.</remarks>
internal sealed class BankSearch
{
    /// <summary>Most rows and most columns of mats. Source: NVSim, InputParameter.cpp.</summary>
    private const int MostMats = 512;

    private static readonly ArrayTarget[] Targets = Enum.GetValues<ArrayTarget>();
    private static readonly DriverStyle[] AllStyles = Enum.GetValues<DriverStyle>();

    private readonly BankRequest _request;
    private readonly Process _process;
    private readonly ProfileRules _rules;
    private readonly MatFactory _mats;
    private readonly int _addressBits;
    private readonly DriverStyle[] _styles;
    private readonly Dictionary<(int Address, long Data), MatChoices> _choices = [];
    private readonly (BankGrid Grid, MatKey Mat)?[] _winners = new (BankGrid, MatKey)?[Targets.Length];
    private readonly double[] _best = new double[Targets.Length];
    private readonly long[] _rejections = new long[Enum.GetValues<Rejection>().Length];
    private readonly ParetoFront? _front;

    /// <summary>True when banks that improve on no target can be skipped: no front is kept, and no limit counts refusals.</summary>
    private readonly bool _judgesOnlyBetter;

    /// <summary>Prepares a search.</summary>
    /// <param name="request">The bank.</param>
    /// <param name="axes">Targets of a Pareto front; empty for no front.</param>
    public BankSearch(BankRequest request, IReadOnlyList<ArrayTarget> axes)
    {
        _request = request;
        _rules = ProfileRules.Of(request.Profile, request.Sensing);
        _process = Process.Of(request.NodeNanometres, request.Roadmap, request.TemperatureKelvin, keepsOverlap: !_rules.Corrected);
        _mats = new MatFactory(_process, _rules, new SubarrayFactory(_process, _rules, request));
        _addressBits = BitOperations.Log2((ulong)(request.Cells / request.WordCells));
        _styles = request.Driver is { } style ? [style] : AllStyles;
        _front = axes.Count == 0 ? null : new ParetoFront(axes);
        _judgesOnlyBetter = _front is null && request.Limits == new BankLimits();
        Array.Fill(_best, double.PositiveInfinity);
    }

    /// <summary>Runs the search.</summary>
    /// <param name="cancellation">Stops the search between two shapes of the bank.</param>
    public BankSolution Run(CancellationToken cancellation)
    {
        long tried = 0;
        for (int rows = 1; rows <= MostMats; rows *= 2)
        {
            for (int columns = 1; columns <= MostMats; columns *= 2)
            {
                cancellation.ThrowIfCancellationRequested();
                // Active columns outside active rows: the reference's order, which decides ties.
                for (int activeColumns = 1; activeColumns <= columns; activeColumns *= 2)
                {
                    for (int activeRows = 1; activeRows <= rows; activeRows *= 2)
                        tried += TryGrid(rows, columns, activeRows, activeColumns);
                }
            }
        }

        return new BankSolution(
            Targets.Where(target => _winners[(int)target] is not null).ToDictionary(
                static target => target, target => Solve(_winners[(int)target]!.Value)),
            _front is null ? [] : [.. _front.Banks.Select(Solve)],
            tried,
            Enum.GetValues<Rejection>()
                .Where(reason => _rejections[(int)reason] > 0)
                .ToDictionary(static reason => reason, reason => _rejections[(int)reason]));
    }

    private SolvedBank Solve((BankGrid Grid, MatKey Mat) bank)
    {
        _mats.TryMake(bank.Mat, out Mat mat, out _);
        return BankReport.Of(_process, _rules, _request, new Bank(mat, bank.Grid));
    }

    private long TryGrid(int rows, int columns, int activeRows, int activeColumns)
    {
        int active = activeRows * activeColumns;
        if (_request.WordCells % active != 0)
        {
            _rejections[(int)Rejection.WordSplit]++;
            return 0;
        }

        if (GridRouting.Of(
            _request.Routing,
            rows,
            columns,
            activeRows,
            activeColumns,
            _addressBits,
            _request.WordCells,
            _rules.BitsOut(_request.BitsPerCell)) is not { } grid)
        {
            _rejections[(int)Rejection.Partitioning]++;
            return 0;
        }

        MatWires wires = grid.Wires;
        if (!_choices.TryGetValue((wires.AddressBits, wires.DataBits), out MatChoices? choices))
            _choices.Add(
                (wires.AddressBits, wires.DataBits), choices = new MatChoices(_mats, _rules, _styles, wires.AddressBits, wires.DataBits));
        choices.AddRejectionsTo(_rejections);
        if (_request.Routing == Routing.SharedSense)
            WeighShared(grid, choices.Mats);
        else
            Weigh(grid, choices.Mats);
        return choices.Mats.Count;
    }

    /// <summary>
    /// Evaluates as many mats at once as a vector holds. Only vectors with an improvement are then judged mat by mat, in order.
    /// </summary>
    private void Weigh(in BankGrid grid, MatTable mats)
    {
        BankEvaluator scales = new(_process, grid, _rules.MostBankAspect);
        int mat = 0;
        for (; mat <= mats.Count - Vector<double>.Count; mat += Vector<double>.Count)
        {
            // Counted before anything is skipped: the numbers of refused organisations do not depend on the width of a vector.
            int crooked = scales.ExceedsAspectRatio(mats, mat);
            _rejections[(int)Rejection.BankAspect] += crooked;
            if (crooked == Vector<double>.Count || (_judgesOnlyBetter && !scales.AnyBetter(mats, mat, _best)))
                continue;
            for (int lane = mat; lane < mat + Vector<double>.Count; lane++)
                JudgeStraight(grid, mats, lane, scales);
        }

        // The rest that does not fill a vector.
        for (; mat < mats.Count; mat++)
        {
            if (scales.IsCrooked(mats.Heights[mat], mats.Widths[mat]))
                _rejections[(int)Rejection.BankAspect]++;
            else
                Judge(BankMetrics.Of(_process, grid, mats.FiguresOf(mat)), grid, mats.RecipeOf(mat));
        }
    }

    /// <summary>Evaluates mats of a bank with shared amplifiers one by one, because the amplifiers add to each bank's height.</summary>
    private void WeighShared(in BankGrid grid, MatTable mats)
    {
        for (int mat = 0; mat < mats.Count; mat++)
        {
            MatFigures figures = mats.FiguresOf(mat);
            double width = figures.Width * grid.Columns;
            if (SharedSense.Of(_process, _rules, _request, grid, figures) is not { } shared)
                _rejections[(int)Rejection.SensePitch]++;
            else if (BankEvaluator.IsCrooked((figures.Height * grid.Rows) + shared.Height, width, _rules.MostBankAspect))
                _rejections[(int)Rejection.BankAspect]++;
            else
                Judge(shared.Around(BankMetrics.Of(_process, grid, figures), width), grid, mats.RecipeOf(mat));
        }
    }

    private void JudgeStraight(in BankGrid grid, MatTable mats, int mat, in BankEvaluator scales)
    {
        if (!scales.IsCrooked(mats.Heights[mat], mats.Widths[mat]))
            Judge(BankMetrics.Of(_process, grid, mats.FiguresOf(mat)), grid, mats.RecipeOf(mat));
    }

    private void Judge(in BankMetrics metrics, in BankGrid grid, MatKey mat)
    {
        if (!metrics.Keeps(_request.Limits))
        {
            _rejections[(int)Rejection.Constraint]++;
            return;
        }

        for (int target = 0; target < _best.Length; target++)
        {
            double value = metrics.Of((ArrayTarget)target);
            // Strictly smaller, so that the first of equals stays; negated, so that NaN never wins.
            if (!(value < _best[target]))
                continue;
            _best[target] = value;
            _winners[target] = (grid, mat);
        }

        _front?.Offer(metrics, grid, mat);
    }
}
