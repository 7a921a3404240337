using Memti.Abstractions.Cells;

namespace Memti.Arrays.Tearing;

/// <summary>
/// The pulses of one write and where they bring a cell. A single-level cell gets one pulse, or a reset and then a set where the array needs
/// two steps. A multi-level cell is reset, and then rises by a staircase of set pulses, each of which is verified.
/// </summary>
/// <param name="pulses">
/// The pulses of the memory; null where its model does not know them, for one pulse that sets and resets at once.
/// </param>
public sealed class ProgramSteps(CellPulses? pulses)
{
    private readonly bool _isStaircase = pulses is { BitsPerCell: > 1 };
    private readonly bool _hasTwoSteps = pulses is { BitsPerCell: 1, TwoSteps: true };

    // Levels that one set pulse adds: one, unless the scenario has another number of pulses for the slowest cell.
    private readonly double _step = pulses is null ? 1 : (double)(1 << pulses.BitsPerCell) / SetsOf(pulses);

    /// <summary>Pulses of one write, the reset included: at least 1.</summary>
    public int Count { get; } = pulses is { BitsPerCell: > 1 } ? 1 + SetsOf(pulses) : pulses is { TwoSteps: true } ? 2 : 1;

    /// <summary>Where a cell stands after some pulses, in levels.</summary>
    /// <param name="from">Level before the write.</param>
    /// <param name="to">Level that it is to have.</param>
    /// <param name="done">Pulses so far, 0 to <see cref="Count"/>; a fraction for a pulse under way.</param>
    public double PositionOf(int from, int to, double done)
    {
        if (_isStaircase)
            return done < 1 ? from * (1 - done) : Math.Min(to, (done - 1) * _step);
        if (!_hasTwoSteps)
            return from + ((to - from) * done);
        double share = to == 0 ? Math.Min(done, 1) : Math.Max(0, done - 1);
        return from + ((to - from) * share);
    }

    private static int SetsOf(CellPulses pulses) => pulses.ProgramPulses ?? 1 << pulses.BitsPerCell;
}
