using Memti.Simulation.Ledger;

namespace Memti.Simulation.PowerStates;

/// <summary>
/// The ledger's check: integrates the system's total power over time in compensated doubles, from the levels that components draw and
/// the flows of operations under way, without knowing of postings.
/// </summary>
internal sealed class PowerMeter(int components, int flows)
{
    private readonly double[] _watts = new double[components + flows];
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

    public void SetLevel(int component, double watts, long now) => Set(component, watts, now);

    /// <summary>Starts or, with zero, ends a flow of energy beside the components' levels.</summary>
    public void SetFlow(int flow, double watts, long now) => Set(components + flow, watts, now);

    /// <summary>Energy that takes no time.</summary>
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

    /// <summary>Starts a period. Its energy is summed apart: taken as a difference of totals it would drown in their rounding.</summary>
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
        double sum = 0;
        foreach (double watts in _watts)
            sum += watts;
        return sum;
    }
}
