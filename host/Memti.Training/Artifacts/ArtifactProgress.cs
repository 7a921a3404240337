using Memti.Abstractions.Diagnostics;
using Memti.Training.Runs;

namespace Memti.Training.Artifacts;

/// <summary>Progress callbacks for long-running work, and the checkpoint interval.</summary>
public sealed record ArtifactProgress
{
    /// <summary>Longest time between two checkpoints. Default: 60 s.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Called with the name of each training that starts; returns the receiver of its progress. Default: null.</summary>
    public Func<string, IProgress<TrainingProgress>>? Training { get; init; }

    /// <summary>Receives each notice about a weight file, and each warning about a damaged record, once. Default: null.</summary>
    public Action<Diagnostic>? Noticed { get; init; }

    /// <summary>Called for each finished artifact with its name, and true if it existed before. Default: null.</summary>
    public Action<string, bool>? Finished { get; init; }
}
