namespace Memti.Simulation.Systems;

/// <summary>Limits that keep sums of times inside a long.</summary>
internal static class RunLimits
{
    /// <summary>Longest single step in picoseconds, 11.6 days.</summary>
    public const long LongestStep = 1_000_000_000_000_000_000;

    /// <summary>Time of the run window after which its start advances. Two more steps still fit a long.</summary>
    public const long RebaseAfter = 4_000_000_000_000_000_000;
}
