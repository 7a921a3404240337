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
/// Solves memories of any size: banks, each the best of all its organisations. A bank that was solved once is remembered. Safe for
/// several threads at once.
/// </summary>
/// <param name="cells">The cell of a name; throws <see cref="DiagnosticCode.UnknownCell"/> for a name that it does not know.</param>
/// <param name="cache">Banks that were solved before; null to remember none beyond this solver.</param>
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

    /// <summary>Solves one memory of a given cell, whatever cell the name of the request stands for.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/>: nothing fits, and why.</exception>
    public ArrayFigures Solve(ArrayRequest request, MemoryCell cell)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(cell);
        CellBits.Require(cell, request.BitsPerCell, "bits_per_cell");
        return ComposedArray.Of(request, cell, BanksOf(request, cell));
    }

    /// <summary>
    /// The figures of a memory in the organisation that another one was given: what an array that is built as it is becomes in another process, at
    /// another temperature, with another cell or by other rules; for another target its largest bank has the organisation of that. Null when such
    /// an array cannot be built, or the requests differ in more.
    /// </summary>
    /// <param name="request">The memory.</param>
    /// <param name="cell">Its cell.</param>
    /// <param name="built">The memory whose organisation it has.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/>: nothing fits, and why.</exception>
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
            // Smaller banks were chosen to go with the largest; it alone is chosen for the target.
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
    /// True when two memories differ in no more than process, temperature, rules and target, so that one can have the organisation of the other.
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
        IReadOnlyList<long> sizes = BankComposition.Of(request.Banks ?? ArrayDefaults.BanksOf(cell.Kind), request.Cells, request.WordCells, mostCells);
        var assembly = new BankAssembly(RequestOf(request, cell, sizes[0]), Solution);
        return assembly.Build(sizes, BankComposition.Whole(request.Cells, request.WordCells, mostCells), request.Target);
    }

    private BankSolution Solution(BankRequest bank) =>
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
