using Memti.Simulation.Bus;

namespace Memti.Simulation.Maps;

/// <summary>A memory on the bus.</summary>
/// <param name="Memory">Its index in the system.</param>
/// <param name="Name">Its name in the scenario.</param>
/// <param name="Range">Its window: whole pages of 4096 bytes.</param>
/// <param name="HasBytes">True when the scenario maps its bytes; false for a window that only transfers use.</param>
public sealed record MappedMemory(int Memory, string Name, AddressRange Range, bool HasBytes);
