using Memti.Simulation.Traces;

namespace Memti.Runs.Traces;

/// <summary>Power and energy of a machine at its last change.</summary>
/// <param name="totals">The machine.</param>
/// <param name="components">Components with power.</param>
internal sealed class PowerSamples(IEnergyTotals totals, int components)
{
    private Int128 _time;
    private double _joules;

    /// <summary>Power in W from that moment on.</summary>
    public double Watts { get; private set; }

    /// <summary>Takes a sample of the present.</summary>
    public void Take(Int128 time)
    {
        (_time, Watts, _joules) = (time, totals.Total.Watts, 0);
        for (int component = 0; component < components; component++)
            _joules += totals.EnergyOf(component).Joules;
    }

    /// <summary>Energy since the start of the run at a moment after the sample and before the next one, in J.</summary>
    public double JoulesAt(Int128 time) => _joules + Watts * ((double)(time - _time) * 1e-12);
}
