using System.Collections.Concurrent;
using Memti.Abstractions;

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
        MemoryCell cell = cells(request.Cell);
        CellBits.Require(cell, request.BitsPerCell, "bits_per_cell");
        long mostCells = request.MaximumBankCells ?? BankComposition.MostCells;
        IReadOnlyList<long> sizes = BankComposition.Of(request.Banks ?? ArrayDefaults.BanksOf(cell.Kind), request.Cells, request.WordCells, mostCells);
        var assembly = new BankAssembly(RequestOf(request, cell, sizes[0]), Solution);
        return ComposedArray.Of(request, cell, assembly.Build(sizes, BankComposition.Whole(request.Cells, request.WordCells, mostCells), request.Target));
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
