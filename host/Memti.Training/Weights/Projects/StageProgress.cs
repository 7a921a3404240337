using Memti.Abstractions.Diagnostics;
using Memti.Training.Runs;

namespace Memti.Training.Weights.Projects;

/// <summary>Who is told how far a stage is.</summary>
public sealed record StageProgress
{
    /// <summary>Called with the name of each training that starts; returns the receiver of its progress. Default: null.</summary>
    public Func<string, IProgress<TrainingProgress>>? Training { get; init; }

    /// <summary>Receives each notice about a weight file, and each warning about a damaged record, once. Default: null.</summary>
    public Action<Diagnostic>? Noticed { get; init; }

    /// <summary>Is told what was done, a sentence at a time.</summary>
    public Action<string>? Done { get; init; }
}
