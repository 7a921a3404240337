using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;

namespace Memti.Arrays.Composition;

/// <summary>How well the figures of an array are known: no better than derived, no better than the electrical numbers of its cell.</summary>
public static class CellStatus
{
    private static readonly string[] WithoutInfluence = ["endurance", "retention", "levels"];

    /// <summary>The status of arrays of a cell; wear, retention and level statistics do not enter an array.</summary>
    public static NumberStatus Of(MemoryCell cell) => (cell ?? throw new ArgumentNullException(nameof(cell))).Numbers
        .Where(static number => !WithoutInfluence.Any(word => number.Key.Contains(word, StringComparison.Ordinal)))
        .Select(static number => number.Status)
        .Append(NumberStatus.Derived)
        .Max();
}
