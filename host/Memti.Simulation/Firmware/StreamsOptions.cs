using Memti.Abstractions.Parameters;

namespace Memti.Simulation.Firmware;

/// <summary>Options of the policy for streams.</summary>
public sealed class StreamsOptions
{
    /// <summary>What decides between waiting frames first.</summary>
    [Parameter(
        "What decides first between frames that wait: priority of their streams, then deadline; deadline; or order of arrival",
        Source = "a user who states priorities means them")]
    public StreamOrder Order { get; set; } = StreamOrder.Priority;

    /// <summary>True to power down in gaps that are worth it.</summary>
    [Parameter("Power down when no frame waits and the gap to the next one is longer than the break-even time", Source = "as duty-cycle")]
    public bool PowerDown { get; set; } = true;

    /// <summary>True to keep parameters while down.</summary>
    [Parameter("Keep parameters in memories with a retention state while down", Source = "as duty-cycle")]
    public bool Retain { get; set; }
}
