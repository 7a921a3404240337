using Memti.Simulation.PowerStates;

namespace Memti.Simulation.Devices.Power;

/// <summary>The power domains as a core controls them, and what the power controller passes on.</summary>
internal interface IPowerControl
{
    /// <summary>Number of domains.</summary>
    int Domains { get; }

    /// <summary>State of a domain.</summary>
    PowerState StateOf(int domain);

    /// <summary>Switches domains on together.</summary>
    /// <param name="mask">Bit d for domain d.</param>
    /// <param name="completed">Runs when the slowest is on, never within this call.</param>
    /// <returns>False when all of them are on, or waking already: nothing is completed.</returns>
    bool Wake(uint mask, Action completed);

    /// <summary>Switches domains down at once.</summary>
    /// <param name="mask">Bit d for domain d.</param>
    /// <param name="retain">True to keep the contents of memories with a retention state.</param>
    void Sleep(uint mask, bool retain);

    /// <summary>Posts energy to a task from now on; -1 for none. A number that is no task counts as none.</summary>
    void Charge(int task);

    /// <summary>Voltage of the supply's storage in mV; null for a supply that always has enough.</summary>
    uint? SupplyMillivolts { get; }

    /// <summary>True while the voltage is at or below the warning threshold.</summary>
    bool IsSupplyLow { get; }

    /// <summary>A number for timelines.</summary>
    void Mark(uint value);
}
