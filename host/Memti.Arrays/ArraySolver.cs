using System.Collections.Concurrent;
using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>
/// Solves memories of any size: equal banks, each the best of all its organisations. A bank that was solved once is remembered. Safe for
/// several threads at once.
/// </summary>
/// <param name="cells">The cell of a name; throws <see cref="DiagnosticCode.UnknownCell"/> for a name that it does not know.</param>
public sealed class ArraySolver(Func<string, MemoryCell> cells) : IArraySolver
{
    private const long MostBankCells = 1L << 36;

    private readonly ConcurrentDictionary<BankRequest, Lazy<BankSolution>> _solved = new();

    /// <inheritdoc />
    public MemoryCell Cell(string name) => cells(name);

    /// <inheritdoc />
    public ArrayFigures Solve(ArrayRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Cells, 1);
        MemoryCell cell = cells(request.Cell);
        IReadOnlyList<long> banks = BankComposition.Equal(request.Cells, request.WordCells, request.MaximumBankCells ?? MostBankCells);
        BankRequest bank = new(cell, request.BitsPerCell, banks[0], request.WordCells)
        {
            Profile = request.Profile ?? (request.BitsPerCell == 1 ? ArrayProfile.Nvsim2012 : ArrayProfile.NvsimMerged),
            NodeNanometres = request.NodeNanometres,
            Roadmap = request.Roadmap,
            TemperatureKelvin = request.TemperatureKelvin,
        };
        BankSolution solution = _solved.GetOrAdd(bank, static key => new Lazy<BankSolution>(() => BankSolver.Solve(key))).Value;
        if (!solution.Winners.TryGetValue(request.Target, out SolvedBank? winner))
            throw new MemtiException(NothingFits.Explain(bank, solution));
        return ComposedArray.Of(request, bank, winner, banks.Count);
    }
}
