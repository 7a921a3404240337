using Memti.Abstractions.Cells;
using Memti.Arrays.Ecc;
using Memti.Arrays.Faults;
using Memti.Arrays.Levels;

namespace Memti.Runs.Arrays;

/// <summary>An error-correcting code over the words of an array.</summary>
/// <param name="Name">Name of the code with its widths.</param>
/// <param name="DataBits">Data bits of a word.</param>
/// <param name="CheckBits">Check bits of a word.</param>
/// <param name="Cost">Cells, energies and times of it.</param>
/// <param name="UncorrectableRate">Probability that a word, Gray code in its cells, is beyond correction; null where the levels are not
/// known.</param>
public sealed record ArrayCorrection(string Name, int DataBits, int CheckBits, EccCost Cost, double? UncorrectableRate)
{
    /// <summary>The code that a question asks for, or null for none.</summary>
    public static ArrayCorrection? Of(ArrayQuestion question, MemoryCell cell)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(cell);
        if (question.CorrectedBits == 0)
            return null;
        int data = question.WordCells * question.BitsPerCell;
        IErrorCorrection code = question.CorrectedBits == 1 ? new Secded(data) : new Bch(data, question.CorrectedBits);
        string name =
            FormattableString.Invariant(
                $"{(question.CorrectedBits == 1 ? "SECDED" : $"BCH t={question.CorrectedBits}")} ({data + code.CheckBits},{data})");
        EccCost cost = EccCost.Of(code, question.BitsPerCell);
        return new ArrayCorrection(name, data, code.CheckBits, cost, Uncorrectable(question, cell, cost.CellsPerWord));
    }

    private static double? Uncorrectable(ArrayQuestion question, MemoryCell cell, int cellsPerWord)
    {
        if (cell.Levels.FirstOrDefault(table => table.BitsPerCell == question.BitsPerCell) is not { } table)
            return null;
        ConfusionMatrix confusion = LevelReading.Of(table, question.SenseOffset).Confusion;
        IReadOnlyList<double> flipped = CellErrors.FlippedBits(confusion, CellCode.BitsOfLevels(question.BitsPerCell, CellEncoding.Gray));
        return WordErrors.Uncorrectable(Enumerable.Repeat(flipped, cellsPerWord), question.CorrectedBits);
    }
}
