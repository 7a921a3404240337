namespace Memti.Runs.Sweeps.Slurm;

/// <summary>A sweep as a job array.</summary>
public sealed record SlurmJob
{
    /// <summary>Shortest time that a task should take, in seconds: below, starting it costs more than it does.</summary>
    public const double ShortestTask = 60;

    /// <summary>The words that start Memti on a node.</summary>
    public required IReadOnlyList<string> Memti { get; init; }

    /// <summary>Absolute path of the study file.</summary>
    public required string Study { get; init; }

    /// <summary>Absolute path of the folder of the shards.</summary>
    public required string Parts { get; init; }

    /// <summary>Name of the study.</summary>
    public required string Name { get; init; }

    /// <summary>Number of shards, and of tasks.</summary>
    public required int Shards { get; init; }

    /// <summary>Threads of a task.</summary>
    public required int Threads { get; init; }

    /// <summary>The partition; null for the default one.</summary>
    public string? Partition { get; init; }

    /// <summary>Options that change the study, for every shard and the merge: <c>--uncertainty</c>.</summary>
    public IReadOnlyList<string> StudyOptions { get; init; } = [];

    /// <summary>Options that say what the merge writes: <c>--png</c>.</summary>
    public IReadOnlyList<string> ResultOptions { get; init; } = [];

    /// <summary>Further lines for <c>#SBATCH</c>, such as <c>--time=1:00:00</c>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Number of shards that gives tasks of at least a minute.</summary>
    /// <param name="points">Number of points.</param>
    /// <param name="secondsPerPoint">Time of a point on all threads of a task.</param>
    /// <param name="most">Most tasks of an array.</param>
    public static int ShardsFor(int points, double secondsPerPoint, int most)
    {
        double whole = Math.Floor(points * secondsPerPoint / ShortestTask);
        return (int)Math.Clamp(whole, 1, Math.Max(1, Math.Min(points, most)));
    }
}
