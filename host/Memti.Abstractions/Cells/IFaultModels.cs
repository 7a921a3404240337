using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Cells;

/// <summary>The host's service that turns level statistics into faults of stored values.</summary>
public interface IFaultModels
{
    /// <summary>The faults of values in given cells. Costs about a millisecond: keep the result.</summary>
    /// <exception cref="MemtiException">MEMTI65xx: levels, cells, drift or code that cannot be. <see cref="DiagnosticCode.NoLevelStatistics"/>: levels that nobody has given.</exception>
    IValueFaults For(FaultRequest request);
}
