namespace Memti.Simulation.Executables;

/// <summary>A function of an executable.</summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="Address">Address of its first instruction.</param>
/// <param name="Bytes">Its size in bytes, at least 1.</param>
public sealed record Symbol(string Name, ulong Address, ulong Bytes);
