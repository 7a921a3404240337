using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Devices.Power;
using Memti.Simulation.Devices.PowerControl;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Supplies;

namespace Memti.Simulation.Masters.Cores;

/// <summary>The power domains as a core controls them: one wake-up runs at a time, further ones follow.</summary>
/// <param name="hardware">The hardware.</param>
/// <param name="core">Id of the core, which only goes down by waiting for an interrupt.</param>
/// <param name="supply">The supply; null for one that always has enough.</param>
internal sealed class CorePower(Hardware hardware, int core, SupplyDevice? supply) : IPowerControl
{
    private readonly Queue<(ComponentSet Components, Action Completed)> _waiting = [];
    private bool _isWaking;

    /// <inheritdoc />
    public int Domains => Machine.Grid.Count;

    /// <summary>True while components wake.</summary>
    public bool IsWaking => _isWaking;

    private Machine Machine => hardware.Machine;

    private PowerController Control => hardware.Power;

    /// <inheritdoc />
    public PowerState StateOf(int domain) => Control.StateOf(domain);

    /// <inheritdoc />
    public bool Wake(uint mask, Action completed)
    {
        ComponentSet components = new(mask);
        if (!_isWaking && !Control.IsAnyDown(components))
            return false;
        Wake(components, completed);
        return true;
    }

    /// <summary>Switches components on, after the wake-up that is under way.</summary>
    /// <param name="components">The components.</param>
    /// <param name="completed">Runs when the slowest is on; at once when that takes no time.</param>
    public void Wake(ComponentSet components, Action completed)
    {
        _waiting.Enqueue((components, completed));
        if (!_isWaking)
            Next();
    }

    /// <inheritdoc />
    public void Sleep(uint mask, bool retain) => Control.SwitchDown(new ComponentSet(mask).Without(ComponentSet.Of(core)), retain);

    /// <summary>Switches everything down that may lose power, the core included.</summary>
    public void PowerDown(bool retain) => Control.PowerDown(retain);

    /// <inheritdoc />
    public void Charge(int task)
    {
        // What was counted so far belongs to the task before.
        Machine.Settle();
        Machine.Task = (uint)task < (uint)Machine.Options.Tasks.Count ? task : -1;
    }

    /// <inheritdoc />
    public uint? SupplyMillivolts => supply is null ? null : (uint)Math.Round(supply.Volts * 1e3);

    /// <inheritdoc />
    public bool IsSupplyLow => supply is { IsLow: true };

    /// <inheritdoc />
    public void Mark(uint value) => Machine.Listener?.Mark(Machine.Clock.Elapsed, value);

    /// <summary>The supply is lost: nobody waits for a wake-up any more.</summary>
    public void Forget()
    {
        _waiting.Clear();
        _isWaking = false;
    }

    private void Next()
    {
        _isWaking = true;
        if (!Control.Wake(_waiting.Peek().Components, Machine.Task, Complete))
            Complete();
    }

    private void Complete()
    {
        _isWaking = false;
        Action completed = _waiting.Dequeue().Completed;
        if (_waiting.Count > 0)
            Next();
        completed();
    }
}
