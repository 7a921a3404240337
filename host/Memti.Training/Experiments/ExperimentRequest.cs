namespace Memti.Training;

/// <summary>How to run an experiment.</summary>
/// <param name="Experiment">What to run.</param>
/// <param name="ResultsFolder">Where finished pieces are kept.</param>
public sealed record ExperimentRequest(Experiment Experiment, string ResultsFolder)
{
    /// <summary>Folder of the data in place of the one that the file names.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Threads of a step.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Longest time between two checkpoints.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Is told of each piece that begins; gives what is told of its steps.</summary>
    public Func<string, IProgress<TrainingProgress>>? Training { get; init; }

    /// <summary>Is told of each finished piece, and whether it was there already.</summary>
    public Action<string, bool>? Finished { get; init; }
}
