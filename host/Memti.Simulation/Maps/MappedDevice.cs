using Memti.Simulation.Bus;

namespace Memti.Simulation.Maps;

/// <summary>A device on the bus.</summary>
/// <param name="Name">Its name in scenarios, such as <c>uart</c>.</param>
/// <param name="Range">Its window.</param>
public sealed record MappedDevice(string Name, AddressRange Range);
