namespace Memti.Simulation.Kernel;

/// <summary>
/// Order among the events of one moment. Data is in place before a device sees the end of its transfer, and a device has settled before a
/// master reads it.
/// </summary>
internal static class EventPriority
{
    /// <summary>Ends of transfers and of loads in the background.</summary>
    public const byte Transfer = 0;

    /// <summary>Devices.</summary>
    public const byte Device = 1;

    /// <summary>Masters: firmware and cores.</summary>
    public const byte Master = 2;
}
