namespace Memti.Simulation.PowerStates;

/// <summary>State of a component's power domain.</summary>
public enum PowerState
{
    /// <summary>Without power; volatile contents are lost.</summary>
    Off,

    /// <summary>Switching on, within the component's own latency.</summary>
    Waking,

    /// <summary>On and idle.</summary>
    On,

    /// <summary>On and working.</summary>
    Active,

    /// <summary>Low power with contents kept.</summary>
    Retention,
}
