using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Memories;

/// <summary>A memory technology whose cells can be misread.</summary>
public interface IFaultyMemory : IMemoryModel
{
    /// <summary>Builds the fault model of stored values.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoLevelStatistics"/>: the cell has no level statistics; MEMTI65xx: levels
    /// or cells are not valid.</exception>
    IValueFaults FaultsOf(StoredValues values);
}
