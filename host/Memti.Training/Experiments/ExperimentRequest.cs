using Memti.Training.Artifacts;

namespace Memti.Training.Experiments;

/// <summary>An experiment to run, with settings of the run.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="ResultsFolder">Folder for finished artifacts.</param>
public sealed record ExperimentRequest(Experiment Experiment, string ResultsFolder)
{
    /// <summary>Folder of the data, in place of the file's. Default: null, to keep it.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Threads of a step, at least 1. Default: 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// True to name artifacts by what they depend on, so that experiments in one folder share those that are equal; false to name them by
    /// task and storage variant, for people. Default: false.
    /// </summary>
    public bool SharesArtifacts { get; init; }

    /// <summary>Progress callbacks, and the checkpoint interval.</summary>
    public ArtifactProgress Watch { get; init; } = new();
}
