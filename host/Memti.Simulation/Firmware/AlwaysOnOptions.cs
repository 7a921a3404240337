namespace Memti.Simulation.Firmware;

/// <summary>Options of <see cref="AlwaysOnFirmware"/>, which has none.</summary>
public sealed class AlwaysOnOptions;
