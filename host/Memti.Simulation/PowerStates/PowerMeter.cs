using Memti.Simulation.Ledger;

namespace Memti.Simulation.PowerStates;

/// <summary>
/// Independent check of the ledger: integrates the system's total power over time in compensated doubles. Uses the power of the states and
/// the energy flows of activities, and knows no postings.
/// </summary>
/// <param name="domains">The components with power.</param>
internal sealed class PowerMeter(PowerDomain[] domains)
{
    private double[] _flows = [];
    private double _level;
    private NeumaierSum _integral;
    private NeumaierSum _sinceMark;
    private double _total;
    private long _last;
    private bool _changed = true;
    private bool _levelsChanged = true;
    private double _work = 1;

    /// <summary>Receives all energy as it flows; null for nobody.</summary>
    public IPowerFollower? Follower { get; set; }

    /// <summary>The integral in joules.</summary>
    public double Joules
    {
        get
        {
            NeumaierSum sum = _integral;
            sum.Add(_sinceMark.Value);
            return sum.Value;
        }
    }

    /// <summary>Power of all states and flows in watts.</summary>
    public double Watts => Sum();

    /// <summary>Adds an energy flow, at zero. Flows are summed in the order of these calls, after the components.</summary>
    /// <returns>Number of the flow.</returns>
    public int AddFlow()
    {
        Array.Resize(ref _flows, _flows.Length + 1);
        return _flows.Length - 1;
    }

    /// <summary>Call before a component changes its power state.</summary>
    public void ChangeLevel(long now)
    {
        MoveTo(now);
        (_levelsChanged, _changed) = (true, true);
        Follower?.Changed();
    }

    /// <summary>The voltage of the rail changes. Call it before the components' power changes.</summary>
    /// <param name="work">Factor on all flows.</param>
    /// <param name="now">Present time in picoseconds.</param>
    public void Rescale(double work, long now)
    {
        ChangeLevel(now);
        _work = work;
    }

    /// <summary>Starts an energy flow on top of the components' power, or ends it with zero.</summary>
    public void SetFlow(int flow, double watts, long now)
    {
        MoveTo(now);
        if (_flows[flow] == watts)
            return;
        (_flows[flow], _changed) = (watts, true);
        Follower?.Changed();
    }

    /// <summary>Adds energy that takes no time.</summary>
    public void Impulse(double joules)
    {
        _sinceMark.Add(joules);
        Follower?.Take(joules);
    }

    public void MoveTo(long now)
    {
        // Many things happen at one moment.
        if (now != _last)
            Advance(now);
    }

    public void Rebase(long picoseconds) => _last -= picoseconds;

    /// <summary>Starts a period. Its energy has a sum of its own, because a difference of totals would be lost in their rounding.</summary>
    public void Mark()
    {
        _integral.Add(_sinceMark.Value);
        _sinceMark = default;
    }

    public void Repeat(long times) => _integral.Add(_sinceMark.Value * times);

    private void Advance(long now)
    {
        if (_changed)
            _total = Sum();
        _changed = false;
        double seconds = (now - _last) * 1e-12;
        _sinceMark.Add(_total * seconds);
        _last = now;
        Follower?.Pass(_total, seconds);
    }

    private double Sum()
    {
        // A fresh sum of all levels and flows; adding and subtracting changes would accumulate rounding over millions of frames. The levels
        // go first and their sum is kept, because states change rarely and flows with every activity.
        if (_levelsChanged)
            SumLevels();
        double sum = _level;
        foreach (double watts in _flows)
            sum += watts * _work;
        return sum;
    }

    private void SumLevels()
    {
        double level = 0;
        foreach (PowerDomain domain in domains)
            level += domain.Watts;
        (_level, _levelsChanged) = (level, false);
    }
}
