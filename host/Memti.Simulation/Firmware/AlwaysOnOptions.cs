namespace Memti.Simulation.Firmware;

/// <summary>Options of <see cref="AlwaysOnFirmware"/>: there are none.</summary>
public sealed class AlwaysOnOptions;
