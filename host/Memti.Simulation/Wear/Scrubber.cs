using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Wear;

/// <summary>Selects the memory of the next scrub, and its time.</summary>
internal sealed class Scrubber
{
    private const long PicosecondsPerTick = 100_000;

    private readonly (Part Part, ScrubPlan Plan)[] _scrubbed;
    private readonly Int128[] _due;

    public Scrubber(IEnumerable<Part> parts)
    {
        _scrubbed = [.. parts.Where(static part => part.Unit.Scrub is not null).Select(static part => (part, part.Unit.Scrub!))];
        _due = [.. _scrubbed.Select(static one => Interval(one.Plan))];
        Next = _due.Length == 0 ? Int128.MaxValue : _due.Min();
    }

    /// <summary>Time of the next scrub.</summary>
    public Int128 Next { get; private set; }

    /// <summary>The memory of the next scrub.</summary>
    public Part First => _scrubbed[Array.IndexOf(_due, Next)].Part;

    /// <summary>Takes the next scrub. The following one of that memory is at the first multiple of the interval after now.</summary>
    public (Part Part, ScrubPlan Plan) Take(Int128 now)
    {
        // At a tie the first memory of the system comes first, in every run.
        int first = Array.IndexOf(_due, Next);
        Int128 interval = Interval(_scrubbed[first].Plan);
        // Multiples of the interval since the start, not of the last scrub: a late scrub must not delay all later ones.
        _due[first] = ((now / interval) + 1) * interval;
        Next = _due.Min();
        return _scrubbed[first];
    }

    private static Int128 Interval(ScrubPlan plan) => (Int128)plan.Every.Ticks * PicosecondsPerTick;
}
