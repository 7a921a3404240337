using Memti.Simulation.Components;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Devices.PowerControl;

/// <summary>Energy of a wake-up, by component: which ones wake, and from what state, differs each time.</summary>
internal sealed class WakeEnergy(Machine machine) : ActivityEffect
{
    private readonly EnergyShare[] _costs = new EnergyShare[machine.Grid.Count];
    private int _count;

    public void Add(int component, WakeCost cost) => _costs[_count++] = new(component, EnergyCause.WakeUp, cost.Rontojoules);

    /// <inheritdoc />
    public override void End(Activity activity)
    {
        activity.Post(_costs.AsSpan(0, _count));
        _count = 0;
    }
}
