using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;

namespace Memti.Arrays.Composition;

/// <summary>
/// Status of an array's figures: at best derived, and never better than the electrical numbers of its cell.
/// </summary>
public static class CellStatus
{
    private static readonly string[] WithoutInfluence = ["endurance", "retention", "levels"];

    /// <summary>Status of arrays of a cell. Endurance, retention and level statistics do not influence an array.</summary>
    public static NumberStatus Of(MemoryCell cell) => (cell ?? throw new ArgumentNullException(nameof(cell))).Numbers
        .Where(static number => !WithoutInfluence.Any(word => number.Key.Contains(word, StringComparison.Ordinal)))
        .Select(static number => number.Status)
        .Append(NumberStatus.Derived)
        .Max();
}
