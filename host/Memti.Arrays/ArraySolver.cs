using System.Collections.Concurrent;
using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>
/// Solves memories of any size: banks, each the best of all its organisations. A bank that was solved once is remembered. Safe for
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
        IReadOnlyList<long> banks = BankComposition.Of(request.Banks, request.Cells, request.WordCells, request.MaximumBankCells ?? MostBankCells);
        SolvedBank largest = Bank(request, cell, banks[0]);
        Dictionary<long, SolvedBank> solved = banks.Distinct().ToDictionary(static size => size, size => size == largest.Cells ? largest : Remainder(request, cell, size, largest));
        return ComposedArray.Of(request, cell, [.. banks.Select(size => solved[size])]);
    }

    /// <summary>A smaller bank beside a large one: the smallest that reads no slower; where there is none, the one that the target asks for.</summary>
    private SolvedBank Remainder(ArrayRequest request, MemoryCell cell, long cellsInBank, SolvedBank largest)
    {
        BankRequest bank = RequestOf(request, cell, cellsInBank) with { Limits = new BankLimits { ReadLatency = largest.ReadLatency } };
        return Solution(bank).Winners.TryGetValue(ArrayTarget.Area, out SolvedBank? smallest) ? smallest : Bank(request, cell, cellsInBank);
    }

    private SolvedBank Bank(ArrayRequest request, MemoryCell cell, long cellsInBank)
    {
        BankRequest bank = RequestOf(request, cell, cellsInBank);
        BankSolution solution = Solution(bank);
        return solution.Winners.TryGetValue(request.Target, out SolvedBank? winner)
            ? winner
            : throw new MemtiException(NothingFits.Explain(bank, solution));
    }

    private BankSolution Solution(BankRequest bank) =>
        _solved.GetOrAdd(bank, static key => new Lazy<BankSolution>(() => BankSolver.Solve(key))).Value;

    private static BankRequest RequestOf(ArrayRequest request, MemoryCell cell, long cellsInBank) =>
        new(cell, request.BitsPerCell, cellsInBank, request.WordCells)
        {
            Profile = ProfileOf(request),
            NodeNanometres = request.NodeNanometres,
            Roadmap = request.Roadmap,
            TemperatureKelvin = request.TemperatureKelvin,
        };

    /// <summary>The rules of a request that leaves them out: the reference simulator that knows its number of bits.</summary>
    internal static ArrayProfile ProfileOf(ArrayRequest request) =>
        request.Profile ?? (request.BitsPerCell == 1 ? ArrayProfile.Nvsim2012 : ArrayProfile.NvsimMerged);
}
