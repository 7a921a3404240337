namespace Memti.Simulation.PowerStates;

/// <summary>State of a component's power domain.</summary>
public enum PowerState
{
    /// <summary>Without power; volatile contents are dead.</summary>
    Off,

    /// <summary>On the way to on, within the component's own latency.</summary>
    Waking,

    /// <summary>On and idle.</summary>
    On,

    /// <summary>On and working.</summary>
    Active,

    /// <summary>At low power with its contents kept.</summary>
    Retention,
}
