using Memti.Abstractions.Firmware;

namespace Memti.Simulation.Supplies;

/// <summary>A supply, and what runs each time that it comes back.</summary>
/// <param name="System">The supply.</param>
/// <param name="Reboot">Makes a policy that has forgotten everything.</param>
public sealed record SuppliedFirmware(SupplySystem System, Func<IFirmware> Reboot);
