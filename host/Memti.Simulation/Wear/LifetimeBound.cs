namespace Memti.Simulation.Wear;

/// <summary>What ends the life of a region first.</summary>
public enum LifetimeBound
{
    /// <summary>Nothing: it is not written again and again, and its contents do not fade.</summary>
    None,

    /// <summary>Its cells have taken the writes that they survive.</summary>
    Endurance,

    /// <summary>Its contents fade, because nothing rewrites them.</summary>
    Retention,
}
