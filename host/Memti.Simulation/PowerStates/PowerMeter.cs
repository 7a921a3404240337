using Memti.Simulation.Ledger;

namespace Memti.Simulation.PowerStates;

/// <summary>
/// Independent check of the ledger: integrates the system's total power over time in compensated doubles. Uses the power of the states and
/// the energy flows of operations, and knows no postings.
/// </summary>
/// <param name="components">Number of components with power.</param>
internal sealed class PowerMeter(int components)
{
    private double[] _watts = new double[components];
    private NeumaierSum _integral;
    private NeumaierSum _sinceMark;
    private double _total;
    private long _last;
    private bool _changed;

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
        Array.Resize(ref _watts, _watts.Length + 1);
        return _watts.Length - 1 - components;
    }

    public void SetLevel(int component, double watts, long now) => Set(component, watts, now);

    /// <summary>Starts an energy flow on top of the components' power, or ends it with zero.</summary>
    public void SetFlow(int flow, double watts, long now) => Set(components + flow, watts, now);

    /// <summary>Adds energy that takes no time.</summary>
    public void Impulse(double joules) => _sinceMark.Add(joules);

    public void MoveTo(long now)
    {
        if (now == _last)
            return;
        if (_changed)
            _total = Sum();
        _changed = false;
        _sinceMark.Add(_total * ((now - _last) * 1e-12));
        _last = now;
    }

    public void Rebase(long picoseconds) => _last -= picoseconds;

    /// <summary>Starts a period. Its energy has a sum of its own, because a difference of totals would be lost in their rounding.</summary>
    public void Mark()
    {
        _integral.Add(_sinceMark.Value);
        _sinceMark = default;
    }

    public void Repeat(long times) => _integral.Add(_sinceMark.Value * times);

    private void Set(int index, double watts, long now)
    {
        MoveTo(now);
        _watts[index] = watts;
        _changed = true;
    }

    private double Sum()
    {
        // A fresh sum of all levels; adding and subtracting changes would accumulate rounding over millions of frames.
        double sum = 0;
        foreach (double watts in _watts)
            sum += watts;
        return sum;
    }
}
