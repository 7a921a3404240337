using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Wear;

/// <summary>Knows which memory is to be scrubbed next, and when.</summary>
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

    /// <summary>When the next scrub is due.</summary>
    public Int128 Next { get; private set; }

    /// <summary>The memory that is due first.</summary>
    public Part First => _scrubbed[Array.IndexOf(_due, Next)].Part;

    /// <summary>Takes the scrub that is due first; its next one is the multiple of the interval that follows the moment.</summary>
    public (Part Part, ScrubPlan Plan) Take(Int128 now)
    {
        int first = Array.IndexOf(_due, Next);
        Int128 interval = Interval(_scrubbed[first].Plan);
        _due[first] = ((now / interval) + 1) * interval;
        Next = _due.Min();
        return _scrubbed[first];
    }

    private static Int128 Interval(ScrubPlan plan) => (Int128)plan.Every.Ticks * PicosecondsPerTick;
}
