using Memti.Abstractions.Devices;

namespace Memti.Simulation.Bus;

/// <summary>Target of a bus address: registers of a device, or a memory. Exactly one of the two is set.</summary>
internal readonly record struct BusTarget(IBusDevice? Device, MemoryWindow? Memory);
