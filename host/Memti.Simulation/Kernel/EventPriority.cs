namespace Memti.Simulation.Kernel;

/// <summary>
/// Order among the events of one moment. Data is in place before a device sees the end of its transfer, and a device has settled before a
/// master reads it.
/// </summary>
internal static class EventPriority
{
    /// <summary>The supply: what ends at the moment of a brown-out has not ended.</summary>
    public const byte Supply = 0;

    /// <summary>Ends of transfers and of loads in the background.</summary>
    public const byte Transfer = 1;

    /// <summary>Devices.</summary>
    public const byte Device = 2;

    /// <summary>Masters: firmware and cores.</summary>
    public const byte Master = 3;
}
