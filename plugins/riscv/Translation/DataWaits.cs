using Memti.Abstractions.Processors;

namespace Memti.Plugins.RiscV.Translation;

/// <summary>The wait states of the slowest memory of the system.</summary>
/// <param name="MostRead">Cycles that a load waits at most.</param>
/// <param name="MostWrite">Cycles that a store waits at most.</param>
internal readonly record struct DataWaits(int MostRead, int MostWrite)
{
    /// <summary>Those of the memories of a system.</summary>
    public static DataWaits Of(IReadOnlyList<CoreMemory> memories) => new(
        memories.Select(static memory => memory.ReadWaits).DefaultIfEmpty().Max(),
        memories.Select(static memory => memory.WriteWaits).DefaultIfEmpty().Max());
}
