namespace Memti.Simulation.Devices.Power;

/// <summary>What a wait for an interrupt does to the power of the system.</summary>
internal enum PowerDownMode
{
    /// <summary>Nothing: the core waits with power.</summary>
    None,

    /// <summary>Everything that may lose power goes down, the core included.</summary>
    Off,

    /// <summary>The same, but memories with a retention state keep what would need a reload.</summary>
    Retaining,
}
