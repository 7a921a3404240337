using Memti.Abstractions;
using Memti.Arrays;

namespace Memti.Hosting;

/// <summary>Solves memories for every target at once, with what there is to know beside it: misreads, error correction, why nothing fits.</summary>
/// <param name="cells">The cell of a name, a memory kind or a path.</param>
public sealed class ArrayStudy(Func<string, MemoryCell> cells)
{
    private const long MostBankCells = 1L << 36;

    /// <summary>Answers a question.</summary>
    /// <exception cref="MemtiException">The cell is not known, a number is out of range, or <see cref="DiagnosticCode.NoArray"/>: nothing fits, and why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ArrayAnswer Answer(ArrayQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        MemoryCell cell = cells(question.Cell);
        ArrayCorrection? correction = ArrayCorrection.Of(question, cell);
        int word = correction?.Cost.CellsPerWord ?? question.WordCells;
        long wanted = ((question.Cells - 1) / question.WordCells) + 1;
        IReadOnlyList<long> sizes = BankComposition.Of(question.Banks, checked(wanted * word), word, question.BankCells ?? MostBankCells);
        BankRequest request = RequestOf(question, cell, sizes[0], word);
        BankSolution largest = Solve(question, request, question.Axes, cancellationToken);
        if (largest.Winners.Count == 0)
            throw new MemtiException(NothingFits.Explain(request, largest));
        return new ArrayAnswer
        {
            Question = question,
            Cell = cell,
            Status = CellStatus.Of(cell),
            WordCells = word,
            Arrays = [.. largest.Winners.Select(winner => Compose(question, request, sizes, winner, cancellationToken))],
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
    private static BankSolution Solve(ArrayQuestion question, BankRequest request, IReadOnlyList<ArrayTarget> axes, CancellationToken cancellationToken)
    {
        if (question.Organisation is not { } organisation)
            return BankSolver.Solve(request, axes, cancellationToken);
        SolvedBank? bank = BankSolver.Evaluate(request, organisation, out Rejection? rejection);
        return bank is null
            ? new BankSolution(new Dictionary<ArrayTarget, SolvedBank>(), [], 1, new Dictionary<Rejection, long> { [rejection!.Value] = 1 })
            : new BankSolution(new Dictionary<ArrayTarget, SolvedBank> { [default] = bank }, [], 1, new Dictionary<Rejection, long>());
    }

    private static SolvedArray Compose(
        ArrayQuestion question, BankRequest request, IReadOnlyList<long> sizes, KeyValuePair<ArrayTarget, SolvedBank> winner, CancellationToken cancellationToken)
    {
        Dictionary<long, SolvedBank> banks = sizes.Distinct().ToDictionary(
            static size => size,
            size => size == request.Cells ? winner.Value : ArraySolver.Beside(winner.Value, request with { Cells = size }, winner.Key, key => BankSolver.Solve(key, cancellation: cancellationToken)));
        return new SolvedArray(question.Organisation is null ? winner.Key : null, [.. sizes.Select(size => banks[size])]);
    }
}
