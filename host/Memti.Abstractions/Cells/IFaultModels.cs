using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Cells;

/// <summary>Host service that builds fault models from level statistics.</summary>
public interface IFaultModels
{
    /// <summary>Builds the fault model of values in given cells. Takes about a millisecond, so keep the result.</summary>
    /// <exception cref="MemtiException">MEMTI65xx: levels, cells, drift or code are not valid.
    /// <see cref="DiagnosticCode.NoLevelStatistics"/>: level statistics are missing.</exception>
    IValueFaults For(FaultRequest request);
}
