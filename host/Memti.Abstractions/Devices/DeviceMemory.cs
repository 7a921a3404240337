using Memti.Abstractions.Accelerators;

namespace Memti.Abstractions.Devices;

/// <summary>A memory that a device reaches through an address.</summary>
/// <param name="Port">The memory and its rates.</param>
/// <param name="ValueBits">
/// Bits that the memory uses for one parameter, 1 to 64. Packed weights use fewer bits than the device sees; the memory's decoder extends
/// them.
/// </param>
public sealed record DeviceMemory(MemoryPort Port, int ValueBits);
