using Memti.Abstractions.Cells;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>
/// What a write costs by the level that a cell holds and the one it is to hold: set, reset, or from one level to another. Cells are written in
/// groups; a group takes as long as its slowest cell.
/// </summary>
public sealed class LevelWrites : IEquatable<LevelWrites>
{
    private readonly LevelWrite[] _transitions;

    /// <param name="levels">Levels of a cell, at least 2.</param>
    /// <param name="parallelCells">Cells that are written at one time, at least 1.</param>
    /// <param name="transition">Cost of one cell from a level to a level; also where both are the same, for a cell that is written regardless.</param>
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

    /// <summary>Cells that are written at one time.</summary>
    public long ParallelCells { get; }

    /// <summary>Mean energy of a cell that is written whatever it holds, all levels equally likely; what a figure per bit states.</summary>
    public Energy MeanEnergy => _transitions.Aggregate(Energy.Zero, static (sum, write) => sum + write.Energy) / _transitions.Length;

    /// <summary>Cost of one cell.</summary>
    /// <param name="from">The level that it holds, from 0.</param>
    /// <param name="to">The level that it is to hold, from 0.</param>
    public LevelWrite Of(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)from, (uint)Levels, nameof(from));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)to, (uint)Levels, nameof(to));
        return _transitions[(from * Levels) + to];
    }

    /// <summary>Cost of writing some cells.</summary>
    /// <param name="changes">How many cells go from which level to which; means may be fractions.</param>
    /// <returns>Energies add up; the groups follow each other, each as slow as the slowest change there is.</returns>
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

        return new LevelWrite(energy, slowest * (long)Math.Ceiling(cells / ParallelCells));
    }

    /// <summary>Cost of writing only the cells that change, where levels before and after are equally likely.</summary>
    public LevelWrite OfChanges(double cells) => Of(
        from pair in Enumerable.Range(0, Levels * Levels)
        where pair / Levels != pair % Levels
        select (pair / Levels, pair % Levels, cells / (Levels * Levels)));

    /// <summary>The costs of a cell's pulses: a set or a reset, or a staircase up to each level.</summary>
    /// <param name="pulses">The pulses.</param>
    /// <param name="write">The mean write that they give.</param>
    /// <param name="parallelCells">Cells that are written at one time.</param>
    public static LevelWrites Of(CellPulses pulses, CellWrite write, long parallelCells)
    {
        ArgumentNullException.ThrowIfNull(pulses);
        return pulses.BitsPerCell == 1
            ? new LevelWrites(2, parallelCells, (_, to) => SinglePulse(pulses, write, isSet: to == 1))
            : new LevelWrites(1 << pulses.BitsPerCell, parallelCells, (_, to) => Staircase(pulses, write, to));
    }

    /// <inheritdoc />
    public bool Equals(LevelWrites? other) => other is not null && ParallelCells == other.ParallelCells && _transitions.AsSpan().SequenceEqual(other._transitions);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as LevelWrites);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Levels, ParallelCells, _transitions[0], _transitions[^1]);

    private static LevelWrite SinglePulse(CellPulses pulses, CellWrite write, bool isSet) => new(
        (isSet ? pulses.SetEnergy : pulses.ResetEnergy) + pulses.PulseOverhead,
        pulses.TwoSteps ? write.Time : pulses.PulseSetup + (isSet ? pulses.SetPulse : pulses.ResetPulse));

    /// <summary>
    /// A cell at level n takes n set pulses on top of what every cell takes; stretched for all where the slowest takes another number of pulses. The lowest
    /// level is there after the reset.
    /// </summary>
    private static LevelWrite Staircase(CellPulses pulses, CellWrite write, int level)
    {
        int levels = 1 << pulses.BitsPerCell;
        double stretch = (double)(pulses.ProgramPulses ?? levels) / levels;
        double beyondMean = (level - ((levels - 1) / 2.0)) * stretch;
        return new LevelWrite(
            write.EnergyPerCell + ((pulses.SetEnergy + pulses.PulseOverhead) * beyondMean),
            level == 0 ? pulses.PulseSetup + pulses.ResetPulse : write.Time);
    }
}
