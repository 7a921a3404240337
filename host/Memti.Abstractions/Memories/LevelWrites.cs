using Memti.Abstractions.Cells;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>
/// Cost of writing a cell, by its level before and after. Cells are written in groups; a group takes as long as its slowest cell.
/// </summary>
public sealed class LevelWrites : IEquatable<LevelWrites>
{
    private readonly LevelWrite[] _transitions;

    /// <summary>Tabulates the cost of every change of level.</summary>
    /// <param name="levels">Levels of a cell, at least 2.</param>
    /// <param name="parallelCells">Cells written at one time, at least 1.</param>
    /// <param name="transition">Cost of one cell from a level to a level. Also called for equal levels: the cost of a write that changes
    /// nothing.</param>
    public LevelWrites(int levels, long parallelCells, Func<int, int, LevelWrite> transition)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelCells, 1);
        ArgumentNullException.ThrowIfNull(transition);
        (Levels, ParallelCells) = (levels, parallelCells);
        _transitions = [.. Enumerable.Range(0, levels * levels).Select(pair => transition(pair / levels, pair % levels))];
    }

    /// <summary>Levels of a cell.</summary>
    public int Levels { get; }

    /// <summary>Cells written at one time.</summary>
    public long ParallelCells { get; }

    /// <summary>Mean energy of one cell over all pairs of levels. Figures per bit state this mean.</summary>
    public Energy MeanEnergy => _transitions.Aggregate(Energy.Zero, static (sum, write) => sum + write.Energy) / _transitions.Length;

    /// <summary>Cost of one cell.</summary>
    /// <param name="from">Level before, from 0.</param>
    /// <param name="to">Level after, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A level is outside its range.</exception>
    public LevelWrite Of(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)from, (uint)Levels, nameof(from));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)to, (uint)Levels, nameof(to));
        return _transitions[(from * Levels) + to];
    }

    /// <summary>Cost of writing several cells.</summary>
    /// <param name="changes">Number of cells for each pair of levels. Fractions are allowed, for expected numbers.</param>
    /// <returns>The sum of the energies. The time is that of the slowest change present, once per group.</returns>
    public LevelWrite Of(IEnumerable<(int From, int To, double Cells)> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        (Energy energy, SimTime slowest, double cells) = (Energy.Zero, SimTime.Zero, 0);
        foreach ((int from, int to, double count) in changes)
        {
            if (count <= 0)
                continue;
            LevelWrite one = Of(from, to);
            (energy, slowest, cells) = (energy + (one.Energy * count), SimTime.Max(slowest, one.Time), cells + count);
        }

        // Upper bound: the slowest change is assumed to occur in every group.
        return new LevelWrite(energy, slowest * (long)Math.Ceiling(cells / ParallelCells));
    }

    /// <summary>Cost of writing only the cells that change, if all levels are equally likely before and after.</summary>
    /// <param name="cells">Cells of the contents, zero or more.</param>
    public LevelWrite OfChanges(double cells) => Of(
        from pair in Enumerable.Range(0, Levels * Levels)
        where pair / Levels != pair % Levels
        select (pair / Levels, pair % Levels, cells / (Levels * Levels)));

    /// <summary>Cost table of a cell's pulses: a set or a reset for one bit, a staircase to each level for more.</summary>
    /// <param name="pulses">The pulses.</param>
    /// <param name="write">The mean write of these pulses.</param>
    /// <param name="parallelCells">Cells written at one time.</param>
    public static LevelWrites Of(CellPulses pulses, CellWrite write, long parallelCells)
    {
        ArgumentNullException.ThrowIfNull(pulses);
        return pulses.BitsPerCell == 1
            ? new LevelWrites(2, parallelCells, (_, to) => SinglePulse(pulses, write, isSet: to == 1))
            : new LevelWrites(1 << pulses.BitsPerCell, parallelCells, (_, to) => Staircase(pulses, write, to));
    }

    /// <inheritdoc />
    public bool Equals(LevelWrites? other) =>
        other is not null && ParallelCells == other.ParallelCells && _transitions.AsSpan().SequenceEqual(other._transitions);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as LevelWrites);

    // Two transitions suffice for a hash: equal tables still hash equally.
    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Levels, ParallelCells, _transitions[0], _transitions[^1]);

    private static LevelWrite SinglePulse(CellPulses pulses, CellWrite write, bool isSet) => new(
        (isSet ? pulses.SetEnergy : pulses.ResetEnergy) + pulses.PulseOverhead,
        pulses.TwoSteps ? write.Time : pulses.PulseSetup + (isSet ? pulses.SetPulse : pulses.ResetPulse));

    /// <summary>
    /// A cell at level n takes n set pulses in addition to the cost of every cell; all stretch when the slowest cell takes another number
    /// of pulses. The lowest level is reached by the reset alone.
    /// </summary>
    private static LevelWrite Staircase(CellPulses pulses, CellWrite write, int level)
    {
        int levels = 1 << pulses.BitsPerCell;
        double stretch = (double)(pulses.ProgramPulses ?? levels) / levels;
        // The mean write already contains the mean number of pulses; only the difference from it is added.
        double beyondMean = (level - ((levels - 1) / 2.0)) * stretch;
        return new LevelWrite(
            write.EnergyPerCell + ((pulses.SetEnergy + pulses.PulseOverhead) * beyondMean),
            level == 0 ? pulses.PulseSetup + pulses.ResetPulse : write.Time);
    }
}
