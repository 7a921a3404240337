using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Banks;
using Memti.Arrays.Composition;
using Memti.Arrays.Organisations;
using Memti.Arrays.Search;

namespace Memti.Runs.Arrays;

/// <summary>
/// Solves memories for every target at once, with what there is to know beside it: misreads, error correction, why nothing fits.
/// </summary>
/// <param name="cells">The cell of a name, a memory kind or a path.</param>
/// <param name="cache">Banks that were solved before; null for none. Searches for a Pareto front never ask it.</param>
public sealed class ArrayStudy(Func<string, MemoryCell> cells, IBankCache? cache = null)
{
    /// <summary>Answers a question.</summary>
    /// <exception cref="MemtiException">The cell is not known, a number is out of range, or <see cref="DiagnosticCode.NoArray"/>: nothing
    /// fits, and why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ArrayAnswer Answer(ArrayQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        MemoryCell cell = cells(question.Cell);
        CellBits.Require(cell, question.BitsPerCell, "bits_per_cell");
        question = question with { Banks = question.Banks ?? ArrayDefaults.BanksOf(cell.Kind) };
        ArrayCorrection? correction = ArrayCorrection.Of(question, cell);
        int word = correction?.Cost.CellsPerWord ?? question.WordCells;
        long wanted = ((question.Cells - 1) / question.WordCells) + 1;
        long needed = checked(wanted * word);
        long mostCells = question.BankCells ?? BankComposition.MostCells;
        IReadOnlyList<long> sizes = BankComposition.Of(question.Banks.Value, needed, word, mostCells);
        BankRequest request = RequestOf(question, cell, sizes[0], word);
        BankSolution largest = Solve(question, request, question.Axes, cancellationToken);
        if (largest.Winners.Count == 0)
            throw new MemtiException(InfeasibleReport.Explain(request, largest));
        return new ArrayAnswer
        {
            Question = question,
            Cell = cell,
            Status = CellStatus.Of(cell),
            WordCells = word,
            Arrays = Compose(
                question, largest, Assembly(request, largest, cancellationToken), sizes, BankComposition.Whole(needed, word, mostCells)),
            Front = largest.Front,
            Tried = largest.Tried,
            Rejections = largest.Rejections,
            Misreads = ArrayMisreads.Of(cell, question.BitsPerCell, question.SenseOffset),
            Correction = correction,
        };
    }

    private static BankRequest RequestOf(ArrayQuestion question, MemoryCell cell, long cellsInBank, int word) =>
        new(cell, question.BitsPerCell, cellsInBank, word)
        {
            Profile = question.Profile,
            Sensing = question.Sensing,
            NodeNanometres = question.NodeNanometres,
            Roadmap = question.Roadmap,
            TemperatureKelvin = question.TemperatureKelvin,
            Driver = question.Driver,
            Routing = question.Routing,
            Limits = question.Limits,
        };

    /// <summary>A search, or the one organisation that was asked for, which then stands for every target.</summary>
    private BankSolution Solve(
        ArrayQuestion question, BankRequest request, IReadOnlyList<ArrayTarget> axes, CancellationToken cancellationToken)
    {
        if (question.Organisation is not { } organisation)
            return axes.Count > 0
                ? BankSolver.Solve(request, axes, cancellationToken)
                : BankSolver.Solve(request, cache, cancellationToken);
        SolvedBank? bank = BankSolver.Evaluate(request, organisation, out Rejection? rejection);
        return bank is null
            ? new BankSolution(new Dictionary<ArrayTarget, SolvedBank>(), [], 1, new Dictionary<Rejection, long> { [rejection!.Value] = 1 })
            : new BankSolution(new Dictionary<ArrayTarget, SolvedBank> { [default] = bank }, [], 1, new Dictionary<Rejection, long>());
    }

    /// <summary>Puts banks together; what was solved for the largest is solved once.</summary>
    private BankAssembly Assembly(BankRequest request, BankSolution largest, CancellationToken cancellationToken)
    {
        Dictionary<BankRequest, BankSolution> solved = new() { [request] = largest };
        return new BankAssembly(request, Solve);

        BankSolution Solve(BankRequest bank)
        {
            if (!solved.TryGetValue(bank, out BankSolution? solution))
                solved.Add(bank, solution = BankSolver.Solve(bank, cache, cancellationToken));
            return solution;
        }
    }

    private static IReadOnlyList<SolvedArray> Compose(
        ArrayQuestion question, BankSolution largest, BankAssembly assembly, IReadOnlyList<long> sizes, long? whole) =>
        question.Organisation is null
            ? [.. largest.Winners.Keys.Select(target => new SolvedArray(target, assembly.Build(sizes, whole, target)))]
            : [new SolvedArray(null, assembly.Around(largest.Winners[default], sizes, default))];
}
