using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Shards;

namespace Memti.Runs.Sweeps.Running;

/// <summary>What to sweep, and how. Threads change how long it takes, never the result.</summary>
public sealed record SweepRequest
{
    /// <summary>The study.</summary>
    public required SweepStudy Study { get; init; }

    /// <summary>The folder of the results: the store of points, or the shards.</summary>
    public required string Folder { get; init; }

    /// <summary>The part of the points to run; null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Points that run at one time, at least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Is told of progress, from several threads.</summary>
    public IProgress<SweepProgress>? Progress { get; init; }
}
