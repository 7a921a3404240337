using Memti.Training.Artifacts;

namespace Memti.Training.Experiments;

/// <summary>How to run an experiment.</summary>
/// <param name="Experiment">What to run.</param>
/// <param name="ResultsFolder">Where finished pieces are kept.</param>
public sealed record ExperimentRequest(Experiment Experiment, string ResultsFolder)
{
    /// <summary>Folder of the data in place of the one that the file names.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Threads of a step.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Who is told of pieces, and how often there is a checkpoint.</summary>
    public ArtifactProgress Watch { get; init; } = new();
}
