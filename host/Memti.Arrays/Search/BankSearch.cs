using System.Numerics;
using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>Tries every organisation of a bank once and keeps the best for each target. The first in the order of the search wins a tie.</summary>
internal sealed class BankSearch
{
    private const int MostMats = 512;
    private const int MostAddressBits = 40;

    private static readonly ArrayTarget[] Targets = Enum.GetValues<ArrayTarget>();
    private static readonly DriverStyle[] AllStyles = Enum.GetValues<DriverStyle>();

    private readonly BankRequest _request;
    private readonly Process _process;
    private readonly ProfileRules _rules;
    private readonly MatFactory _mats;
    private readonly int _addressBits;
    private readonly DriverStyle[] _styles;
    private readonly Dictionary<(int Address, long Data), MatChoices> _choices = [];
    private readonly Bank[] _winners = new Bank[Targets.Length];
    private readonly double[] _best = new double[Targets.Length];
    private readonly long[] _rejections = new long[Enum.GetValues<Rejection>().Length];
    private readonly ParetoFront? _front;

    /// <summary>A search for one request.</summary>
    /// <param name="request">The bank.</param>
    /// <param name="axes">Targets between which a Pareto front is kept; none for no front.</param>
    public BankSearch(BankRequest request, IReadOnlyList<ArrayTarget> axes)
    {
        _request = request;
        _process = Process.Of(request.NodeNanometres, request.Roadmap, request.TemperatureKelvin);
        _rules = ProfileRules.Of(request.Profile, request.Sensing);
        _mats = new MatFactory(_process, _rules, new SubarrayFactory(_process, _rules, request.Cell, request.BitsPerCell));
        _addressBits = BitOperations.Log2((ulong)(request.Cells / request.WordCells));
        _styles = request.Driver is { } style ? [style] : AllStyles;
        _front = axes.Count == 0 ? null : new ParetoFront(axes);
        Array.Fill(_best, double.PositiveInfinity);
    }

    /// <summary>Runs the search.</summary>
    /// <param name="cancellation">Stops it between two shapes of the bank.</param>
    public BankSolution Run(CancellationToken cancellation)
    {
        long tried = 0;
        for (int rows = 1; rows <= MostMats; rows *= 2)
        {
            for (int columns = 1; columns <= MostMats; columns *= 2)
            {
                cancellation.ThrowIfCancellationRequested();
                for (int activeColumns = 1; activeColumns <= columns; activeColumns *= 2)
                {
                    for (int activeRows = 1; activeRows <= rows; activeRows *= 2)
                        tried += TryGrid(rows, columns, activeRows, activeColumns);
                }
            }
        }

        return new BankSolution(
            Targets.Where(target => _winners[(int)target].Mat is not null).ToDictionary(static target => target, target => Solve(_winners[(int)target])),
            _front is null ? [] : [.. _front.Banks.Select(Solve)],
            tried,
            Enum.GetValues<Rejection>().Where(reason => _rejections[(int)reason] > 0).ToDictionary(static reason => reason, reason => _rejections[(int)reason]));
    }

    private SolvedBank Solve(Bank bank) => BankReport.Of(_process, _request, bank);

    private long TryGrid(int rows, int columns, int activeRows, int activeColumns)
    {
        int active = activeRows * activeColumns;
        if (_request.WordCells % active != 0)
        {
            _rejections[(int)Rejection.WordSplit]++;
            return 0;
        }

        if (HTree.Of(rows, columns, activeRows, activeColumns, _addressBits, _request.WordCells) is not { DataBits: > 0 } tree)
        {
            _rejections[(int)Rejection.Partitioning]++;
            return 0;
        }

        return TryMats(rows, columns, activeRows, activeColumns, tree);
    }

    private long TryMats(int rows, int columns, int activeRows, int activeColumns, HTree tree)
    {
        if (!_choices.TryGetValue((tree.AddressBits, tree.DataBits), out MatChoices? choices))
            _choices.Add((tree.AddressBits, tree.DataBits), choices = new MatChoices(_mats, _rules, _styles, tree.AddressBits, tree.DataBits));
        choices.AddRejectionsTo(_rejections);
        foreach (Mat mat in choices.Mats)
        {
            Extent extent = new(mat.Extent.Height * rows, mat.Extent.Width * columns);
            if (Bank.Aspect(extent) > _rules.MostBankAspect)
                _rejections[(int)Rejection.BankAspect]++;
            else
                Judge(new Bank(mat, tree, rows, columns, activeRows, activeColumns), extent);
        }

        return choices.Mats.Count;
    }

    private void Judge(Bank bank, Extent extent)
    {
        BankMetrics metrics = BankMetrics.Of(_process, bank, extent);
        if (!metrics.Keeps(_request.Limits))
        {
            _rejections[(int)Rejection.Constraint]++;
            return;
        }

        for (int target = 0; target < _best.Length; target++)
        {
            double value = metrics.Of((ArrayTarget)target);
            if (!(value < _best[target]))
                continue;
            _best[target] = value;
            _winners[target] = bank;
        }

        _front?.Offer(metrics, bank);
    }
}
