using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>A stored level is read as some level.</summary>
/// <param name="rates">How misread rates come from distributions.</param>
internal sealed class LevelRatesLaw(ILevelRates rates) : IMemoryLaw
{
    private const double Tolerance = 1e-12;

    public string Name => "level-rates-sum";

    public string Statement =>
        "Where level statistics are known, the probabilities of reading each level in place of a stored one lie between 0 and 1 and "
            + "sum to 1 within 1e-12.";

    public LawFinding Check(MemorySubject subject)
    {
        BitsLadder.Climb(subject);
        subject.Size(CapacityLadder.Trials[0]);
        (MemoryCell Cell, LevelTable Levels)[] tables = [.. subject.CellsAsked.SelectMany(name => Known(subject, name))];
        if (tables.Length == 0)
            return LawFinding.NotApplicable("no level statistics are known of its cells");
        return tables.Select(table => Fault(table.Cell, table.Levels)).FirstOrDefault(static fault => fault is not null)
            ?? LawFinding.Pass(
                string.Join(
                    ", ",
                    tables.Select(static table => FormattableString.Invariant($"{table.Cell.Name} at {table.Levels.BitsPerCell} bit(s)"))));
    }

    private static IEnumerable<(MemoryCell Cell, LevelTable Levels)> Known(MemorySubject subject, string name)
    {
        try
        {
            MemoryCell cell = subject.Cell(name);
            return cell.Levels.Select(levels => (cell, levels));
        }
        catch (MemtiException error) when (error.Diagnostic.Code == DiagnosticCode.UnknownCell)
        {
            return [];
        }
    }

    private LawFinding? Fault(MemoryCell cell, LevelTable levels)
    {
        double[,] matrix = rates.Of(levels);
        for (int stored = 0; stored < matrix.GetLength(0); stored++)
        {
            double[] row = [.. Enumerable.Range(0, matrix.GetLength(1)).Select(read => matrix[stored, read])];
            if (!row.All(static rate => rate is >= 0 and <= 1) || !(Math.Abs(row.Sum() - 1) <= Tolerance))
                return LawFinding.Fail(FormattableString.Invariant(
                    $"level {stored} of {cell.Name} at {levels.BitsPerCell} bit(s) is read with {string.Join(" + ", row)} = {row.Sum()}"));
        }

        return null;
    }
}
