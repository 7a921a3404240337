namespace Memti.Simulation.Wear;

/// <summary>The first cause that ends the life of a region.</summary>
public enum LifetimeBound
{
    /// <summary>None: no recurring writes, and contents do not fade.</summary>
    None,

    /// <summary>Cells have reached the writes that they survive.</summary>
    Endurance,

    /// <summary>Contents fade, because nothing rewrites them in time.</summary>
    Retention,
}
