using Memti.Abstractions.Devices;

namespace Memti.Simulation.Devices;

/// <summary>Where a device of the machine lies on the bus, and its registers.</summary>
/// <param name="Name">Its name in scenarios, such as <c>uart</c>.</param>
/// <param name="DefaultBase">Start of its window unless the scenario says otherwise.</param>
/// <param name="WindowBytes">Size of its window.</param>
/// <param name="InterruptSource">Its source of the interrupt controller; 0 for none.</param>
/// <param name="Registers">The registers.</param>
public sealed record DeviceMap(
    string Name, ulong DefaultBase, uint WindowBytes, int InterruptSource, IReadOnlyList<DeviceRegister> Registers);
