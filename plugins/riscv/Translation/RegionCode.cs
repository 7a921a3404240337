using Memti.Plugins.RiscV.State;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>Translated code.</summary>
/// <param name="state">The core. Registers and the ring of calls are read and written.</param>
/// <param name="pages">The page table.</param>
/// <param name="frame">Cycles and counts.</param>
/// <param name="entry">Number of the entry.</param>
/// <returns>Number of the exit.</returns>
internal unsafe delegate int RegionCode(CoreState* state, MemoryPage* pages, RegionFrame* frame, int entry);
