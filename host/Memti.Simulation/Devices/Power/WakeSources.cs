namespace Memti.Simulation.Devices.Power;

/// <summary>What wakes a core that is down.</summary>
[Flags]
internal enum WakeSources
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A frame waits to be taken.</summary>
    Frame = 1,

    /// <summary>The wake timer has been reached.</summary>
    Timer = 2,

    /// <summary>The interrupt controller asks for the core.</summary>
    External = 4,

    /// <summary>The system was switched on.</summary>
    PowerOn = 8,

    /// <summary>The sources that firmware may enable.</summary>
    Enableable = Frame | Timer | External,
}
