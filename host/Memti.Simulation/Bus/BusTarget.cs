using Memti.Abstractions.Devices;

namespace Memti.Simulation.Bus;

/// <summary>What an address of the bus leads to: registers of a device, or a memory. One of the two is set.</summary>
internal readonly record struct BusTarget(IBusDevice? Device, MemoryWindow? Memory);
