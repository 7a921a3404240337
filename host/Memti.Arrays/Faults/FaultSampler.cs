using Memti.Abstractions.Cells;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Faults;

/// <summary>
/// Draws misreads of stored levels, one independent draw per cell from its level's row of the confusion matrix. The outcome of a cell
/// depends only on the seed, its number, its level and the matrix, so ranges can be drawn in any order, in parts and in parallel.
/// </summary>
public sealed class FaultSampler
{
    private readonly MisreadTable _misreads;
    private readonly GeometricSkip? _law;

    /// <summary>Creates a sampler of given misread rates.</summary>
    public FaultSampler(ConfusionMatrix confusion)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        _misreads = new MisreadTable(confusion);
        _law = _misreads.WorstRate > 0 ? new GeometricSkip(_misreads.WorstRate) : null;
    }

    /// <summary>Enumerates the misreads of a range of cells in order, without allocation.</summary>
    /// <param name="levels">
    /// Stored levels of the range, each below the matrix's number of levels. They must not change during the walk.
    /// </param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="firstCell">Number of the first cell within the region of the seed; 0 to 2^62.</param>
    public FaultEnumerator Walk(ReadOnlySpan<byte> levels, FaultSeed seed, long firstCell = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstCell);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstCell, CandidateCells.MostCells);
        return new FaultEnumerator(_misreads, _law, levels, seed, firstCell);
    }

    /// <summary>Returns all misreads of a range of cells.</summary>
    /// <param name="levels">Stored levels of the range.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="firstCell">Number of the first cell within the region of the seed; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A candidate cell holds a level outside the matrix.</exception>
    public IReadOnlyList<CellFault> Map(ReadOnlySpan<byte> levels, FaultSeed seed, long firstCell = 0)
    {
        var faults = new List<CellFault>();
        foreach (CellFault fault in Walk(levels, seed, firstCell))
            faults.Add(fault);
        return faults;
    }

    /// <summary>Replaces stored levels by the levels that are read, without allocation.</summary>
    /// <param name="levels">Stored levels of the range.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="firstCell">Number of the first cell within the region of the seed; 0 or more.</param>
    /// <returns>Number of misread cells.</returns>
    public long Apply(Span<byte> levels, FaultSeed seed, long firstCell = 0)
    {
        long faults = 0;
        foreach (CellFault fault in Walk(levels, seed, firstCell))
        {
            levels[(int)(fault.Cell - firstCell)] = fault.Read;
            faults++;
        }

        return faults;
    }
}
