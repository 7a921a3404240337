using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Devices;

/// <summary>Work that a device has done, such as one layer.</summary>
/// <param name="Dynamic">Energy of the device on top of its on power. May be negative, as <see cref="InferencePlan"/> explains.</param>
/// <param name="Compute">The part of its whole energy that operations take; as <see cref="InferencePlan.ComputeEnergy"/>.</param>
public readonly record struct DeviceWork(Energy Dynamic, Energy Compute);
