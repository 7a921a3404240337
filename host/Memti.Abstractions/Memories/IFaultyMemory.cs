using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Memories;

/// <summary>A memory technology whose cells can be misread.</summary>
public interface IFaultyMemory : IMemoryModel
{
    /// <summary>What is read in place of stored values.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoLevelStatistics"/>: nobody has stated the levels of its cells; MEMTI65xx: levels or cells that cannot be.</exception>
    IValueFaults FaultsOf(StoredValues values);
}
