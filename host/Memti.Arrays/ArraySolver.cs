using System.Collections.Concurrent;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Banks;
using Memti.Arrays.Composition;
using Memti.Arrays.Organisations;
using Memti.Arrays.Search;

namespace Memti.Arrays;

/// <summary>
/// Solves memories of any size as banks, each the best of all its organisations. Solved banks are cached. Thread-safe.
/// </summary>
/// <param name="cells">Returns the cell of a name; throws <see cref="DiagnosticCode.UnknownCell"/> for unknown names.</param>
/// <param name="cache">Cache of solved banks; null to cache within this solver only.</param>
public sealed class ArraySolver(Func<string, MemoryCell> cells, IBankCache? cache = null) : IArraySolver
{
    private readonly ConcurrentDictionary<BankRequest, Lazy<BankSolution>> _solved = new();

    /// <inheritdoc />
    public MemoryCell Cell(string name) => cells(name);

    /// <inheritdoc />
    public ArrayFigures Solve(ArrayRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Cells, 1);
        return Solve(request, cells(request.Cell));
    }

    /// <summary>Solves one memory of a given cell. The cell's name in the request is ignored.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/> with the reasons: no organisation fits.</exception>
    public ArrayFigures Solve(ArrayRequest request, MemoryCell cell)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(cell);
        CellBits.Require(cell, request.BitsPerCell, "bits_per_cell");
        return ComposedArray.Of(request, cell, BanksOf(request, cell));
    }

    /// <summary>
    /// Figures of a memory that keeps the organisation of another one: the same array in another process, at another temperature, with
    /// another cell or by other rules. For another target, the largest bank takes the organisation chosen for that target. Null when the
    /// array cannot be built or the requests differ in more.
    /// </summary>
    /// <param name="request">The memory.</param>
    /// <param name="cell">Its cell.</param>
    /// <param name="built">The memory whose organisation is kept.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/> with the reasons: no organisation fits.</exception>
    public ArrayFigures? SolveAs(ArrayRequest request, MemoryCell cell, ArrayRequest built)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(built);
        CellBits.Require(cell, request.BitsPerCell, "bits_per_cell");
        if (!IsBuiltAs(request, built))
            return null;
        MemoryCell builtCell = cells(built.Cell);
        IReadOnlyList<SolvedBank> asBuilt = BanksOf(built, builtCell);
        Dictionary<long, SolvedBank> evaluated = [];
        foreach (SolvedBank bank in asBuilt.DistinctBy(static bank => bank.Cells))
        {
            // Only the largest bank is chosen for the target; smaller banks were chosen to match it.
            Organisation? organisation = request.Target == built.Target || bank.Cells < asBuilt[0].Cells
                ? bank.Organisation
                : Solution(RequestOf(built, builtCell, bank.Cells)).Winners.GetValueOrDefault(request.Target)?.Organisation;
            if (organisation is null || BankSolver.Evaluate(RequestOf(request, cell, bank.Cells), organisation, out _) is not { } same)
                return null;
            evaluated.Add(bank.Cells, same);
        }

        return ComposedArray.Of(request, cell, [.. asBuilt.Select(bank => evaluated[bank.Cells])]);
    }

    /// <summary>
    /// True when two memories differ at most in process, temperature, rules and target, so that one can keep the organisation of the other.
    /// </summary>
    public static bool IsBuiltAs(ArrayRequest request, ArrayRequest built)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(built);
        return request with
        {
            Target = built.Target,
            Profile = built.Profile,
            NodeNanometres = built.NodeNanometres,
            Roadmap = built.Roadmap,
            TemperatureKelvin = built.TemperatureKelvin,
        } == built;
    }

    private IReadOnlyList<SolvedBank> BanksOf(ArrayRequest request, MemoryCell cell)
    {
        long mostCells = request.MaximumBankCells ?? BankComposition.MostCells;
        IReadOnlyList<long> sizes = BankComposition.Of(
            request.Banks ?? ArrayDefaults.BanksOf(cell.Kind), request.Cells, request.WordCells, mostCells);
        var assembly = new BankAssembly(RequestOf(request, cell, sizes[0]), Solution);
        return assembly.Build(sizes, BankComposition.Whole(request.Cells, request.WordCells, mostCells), request.Target);
    }

    private BankSolution Solution(BankRequest bank) =>
        // Lazy, so that threads that ask for the same bank wait for one search instead of running several.
        _solved.GetOrAdd(bank, key => new Lazy<BankSolution>(() => BankSolver.Solve(key, cache))).Value;

    private static BankRequest RequestOf(ArrayRequest request, MemoryCell cell, long cellsInBank) =>
        new(cell, request.BitsPerCell, cellsInBank, request.WordCells)
        {
            Profile = request.Profile,
            NodeNanometres = request.NodeNanometres,
            Roadmap = request.Roadmap,
            TemperatureKelvin = request.TemperatureKelvin,
        };
}
