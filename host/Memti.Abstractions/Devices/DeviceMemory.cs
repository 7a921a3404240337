using Memti.Abstractions.Accelerators;

namespace Memti.Abstractions.Devices;

/// <summary>A memory as a device finds it behind an address.</summary>
/// <param name="Port">The memory and its rates.</param>
/// <param name="ValueBits">
/// Bits in which the memory stores one parameter, 1 to 64. Packed weights take fewer than the device sees: the memory's decoder fills them up.
/// </param>
public sealed record DeviceMemory(MemoryPort Port, int ValueBits);
