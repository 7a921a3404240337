namespace Memti.Simulation.Firmware;

/// <summary>
/// What decides first between frames of streams that wait. Deadline and arrival decide after it, then the order of the streams.
/// </summary>
public enum StreamOrder
{
    /// <summary>The priority of their streams.</summary>
    Priority,

    /// <summary>The earlier deadline.</summary>
    Deadline,

    /// <summary>The earlier arrival.</summary>
    Arrival,
}
