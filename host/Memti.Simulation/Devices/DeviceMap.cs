using Memti.Abstractions.Devices;

namespace Memti.Simulation.Devices;

/// <summary>The window of a device of the machine, and its registers.</summary>
/// <param name="Name">Its name in scenarios, such as <c>uart</c>.</param>
/// <param name="WindowBytes">Size of its window.</param>
/// <param name="InterruptSource">Its source of the interrupt controller; 0 for none.</param>
/// <param name="Registers">The registers.</param>
public sealed record DeviceMap(string Name, uint WindowBytes, int InterruptSource, IReadOnlyList<DeviceRegister> Registers);
