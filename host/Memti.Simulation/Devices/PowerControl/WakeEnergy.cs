using Memti.Simulation.Components;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Devices.PowerControl;

/// <summary>Energy of a wake-up, by component: which ones wake, and from what state, differs each time.</summary>
internal sealed class WakeEnergy(Machine machine) : ActivityEffect
{
    private readonly ActivityPosting[] _costs = new ActivityPosting[machine.Grid.Count];
    private int _count;

    public void Add(int component, WakeCost cost) => _costs[_count++] = new(component, EnergyCause.WakeUp, cost.Rontojoules);

    /// <inheritdoc />
    public override void End(Activity activity)
    {
        foreach (ActivityPosting cost in _costs.AsSpan(0, _count))
            machine.Ledger.Post(cost.Component, cost.Cause, activity.Task, activity.Share(cost.Rontojoules));
        _count = 0;
    }
}
