using Memti.Abstractions.Devices;

namespace Memti.Runs.Planning;

/// <summary>The registers of an accelerator.</summary>
/// <param name="WindowBytes">Size of its window.</param>
/// <param name="Registers">The registers.</param>
public sealed record PlannedDevice(uint WindowBytes, IReadOnlyList<DeviceRegister> Registers);
