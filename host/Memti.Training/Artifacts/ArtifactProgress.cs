using Memti.Training.Runs;

namespace Memti.Training.Artifacts;

/// <summary>Who is told of the pieces of longer work, and how often there is a checkpoint.</summary>
public sealed record ArtifactProgress
{
    /// <summary>Longest time between two checkpoints.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Is told of each training that begins, by its name; gives what is told of its steps.</summary>
    public Func<string, IProgress<TrainingProgress>>? Training { get; init; }

    /// <summary>Is told of each finished piece, and whether it was there already.</summary>
    public Action<string, bool>? Finished { get; init; }
}
