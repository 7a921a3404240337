using Memti.Simulation.Components;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Devices.PowerControl;

/// <summary>Energy of a wake-up, by component: which ones wake, and from what state, differs each time.</summary>
internal sealed class WakeEnergy(Machine machine) : IActivityEffect
{
    private readonly (bool Wakes, Int128 Rontojoules)[] _costs = new (bool, Int128)[machine.Grid.Count];

    public void Add(int component, WakeCost cost) => _costs[component] = (true, cost.Rontojoules);

    public void Begin(Activity activity)
    {
    }

    public void End(Activity activity)
    {
        for (int component = 0; component < _costs.Length; component++)
        {
            if (_costs[component].Wakes)
                machine.Ledger.Post(component, EnergyCause.WakeUp, activity.Task, activity.Share(_costs[component].Rontojoules));
        }

        Array.Clear(_costs);
    }
}
