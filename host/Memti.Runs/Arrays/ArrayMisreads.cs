using Memti.Abstractions.Cells;
using Memti.Arrays.Faults;
using Memti.Arrays.Levels;

namespace Memti.Runs.Arrays;

/// <summary>How often the cells of an array are misread, all levels equally likely.</summary>
/// <param name="MeanCellErrorRate">Probability that a cell is misread.</param>
/// <param name="WorstLevelErrorRate">The same for the level that suffers most.</param>
/// <param name="BitErrorRateBinary">Probability that a bit is wrong, natural binary in the cell.</param>
/// <param name="BitErrorRateGray">Probability that a bit is wrong, Gray code in the cell.</param>
/// <param name="Source">Where the level statistics come from.</param>
public sealed record ArrayMisreads(
    double MeanCellErrorRate, double WorstLevelErrorRate, double BitErrorRateBinary, double BitErrorRateGray, string Source)
{
    /// <summary>The misreads of a cell, or null where its levels are not known.</summary>
    public static ArrayMisreads? Of(MemoryCell cell, int bitsPerCell, double senseOffset)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Levels.FirstOrDefault(table => table.BitsPerCell == bitsPerCell) is not { } table)
            return null;
        ConfusionMatrix confusion = LevelReading.Of(table, senseOffset).Confusion;
        return new ArrayMisreads(
            confusion.MeanErrorRate,
            confusion.WorstErrorRate,
            CellErrors.BitErrorRates(confusion, CellCode.BitsOfLevels(bitsPerCell, CellEncoding.NaturalBinary)).Average(),
            CellErrors.BitErrorRates(confusion, CellCode.BitsOfLevels(bitsPerCell, CellEncoding.Gray)).Average(),
            table.Source);
    }
}
