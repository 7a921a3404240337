using Memti.Simulation.Components;
using Memti.Simulation.Kernel;

namespace Memti.Simulation.Wear;

/// <summary>Records the steady wear of a run: at its first period, or over the last frames of a settling run without one.</summary>
internal sealed class SteadyWatch : IRecurrence
{
    private readonly RunClock _clock;
    private readonly WearBook[] _books;
    private readonly SteadyWindow _window;
    private readonly bool _estimates;
    private readonly Dictionary<WearRegion, double> _before = [];
    private Int128 _since;
    private bool _isDisturbed;

    /// <summary>Watches the wear of all memories.</summary>
    /// <param name="window">The frames to search for a period, and the frames to average over.</param>
    /// <param name="clock">The simulated time.</param>
    /// <param name="books">Wear of each memory.</param>
    /// <param name="estimates">True to average when no period is found.</param>
    public SteadyWatch(SteadyWindow window, RunClock clock, WearBook[] books, bool estimates)
    {
        (_window, _clock, _books, _estimates) = (window, clock, books, estimates);
        _isDisturbed = !books.Any(static book => book.Matters);
    }

    public SteadyWear? Found { get; private set; }

    /// <summary>True while a period would still be useful.</summary>
    public bool IsOpen => Found is null && !_isDisturbed;

    /// <summary>True while averaging, which a jump would disturb.</summary>
    public bool IsMeasuring => _before.Count > 0;

    /// <summary>Stops the search: a deployment or scrub is not part of the steady state.</summary>
    public void Disturb() => _isDisturbed = true;

    /// <summary>Call before each delivery.</summary>
    public void Pass(long frame)
    {
        if (!IsOpen || frame < _window.Settle)
            return;
        _isDisturbed = true;
        if (_estimates)
            Measure();
    }

    /// <summary>Call when the state equals that of the mark.</summary>
    public void Recur(Int128 mark)
    {
        if (IsOpen)
            Found = new([.. _books.Select(book => Rates(book, mark, book.MarkedWearOf, isExact: true))], isExact: true);
    }

    /// <summary>Call at the end of the run.</summary>
    public void End()
    {
        if (IsMeasuring)
            Found = new([.. _books.Select(book => Rates(book, _since, region => _before[region], isExact: false))], isExact: false);
    }

    private void Measure()
    {
        _since = _clock.Elapsed;
        foreach (WearBook book in _books)
        {
            book.Mark();
            foreach (WearRegion region in book.Regions)
                _before[region] = book.WearOf(region);
        }
    }

    private RegionRate[] Rates(WearBook book, Int128 since, Func<WearRegion, double> before, bool isExact) =>
        [.. book.Regions
            .Where(static region => region.Last is not null)
            .Select(region => Rate(region, since, before(region), book.WearOf(region), isExact))];

    private RegionRate Rate(WearRegion region, Int128 since, double before, double after, bool isExact)
    {
        double perSecond = (after - before) / Seconds(_clock.Elapsed - since);
        return new RegionRate
        {
            Name = region.Name,
            Once = perSecond == 0 ? (long)before : isExact ? Beyond(before, perSecond * Seconds(since)) : 0,
            PerSecond = perSecond,
            LongestGapSeconds = region.LongestGap(since, _clock.Elapsed) is { } gap ? Seconds(gap) : null,
            HasContents = region.HasContents,
        };
    }

    /// <summary>Writes that the recurring rate does not explain. Frames start at whole picoseconds, so the difference is only nearly
    /// whole.</summary>
    private static long Beyond(double writes, double recurring) => (long)Math.Max(0, Math.Round(writes - recurring));

    private static double Seconds(Int128 picoseconds) => (double)picoseconds * 1e-12;
}
