using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Training;
using Memti.Training.Datasets;
using Memti.Training.Trainers;

namespace Memti.Training.Plans;

/// <summary>A network for a task: model, dataset and initial weights.</summary>
/// <param name="Kind">The model.</param>
/// <param name="Data">The dataset.</param>
public sealed record NetworkPlan(TrainableKind Kind, Dataset Data)
{
    /// <summary>Shared parameters, and initial batch norms. Default: null, for those of <see cref="Weights"/> or random ones.</summary>
    public WeightSource? Backbone { get; init; }

    /// <summary>Parameters of the task, and shared ones when there is no backbone. Default: null, for random ones.</summary>
    public WeightSource? Weights { get; init; }

    /// <summary>Seed of initial parameters, image order, augmentation and faults. Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads of a call, at least 1. Default: 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>How a network that is only evaluated has its inputs coded for cells with fluctuating reads. Default: null, for digital
    /// convolutions.</summary>
    public FluctuationRecipe? Fluctuation { get; init; }

    /// <summary>Receives what was taken otherwise than a weight file says it. Default: null.</summary>
    public Action<Diagnostic>? Noticed { get; init; }

    /// <summary>Everything that the network depends on.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Identity =>
    [
        .. Kind.Identity,
        .. Kind.EngineIdentity(Data.Name, Data.Classes),
        new("data", Data.Sha256),
        new("backbone", Backbone?.Sha256 ?? "none"),
        new("weights", Weights?.Sha256 ?? "none"),
        new("seed", Seed.ToString(CultureInfo.InvariantCulture)),
        new("threads", Threads.ToString(CultureInfo.InvariantCulture)),
        .. Fluctuation is { } fluctuation ? (IEnumerable<KeyValuePair<string, string>>)
            [new("fluctuation", FluctuationIdentity.Of(fluctuation))] : [],
    ];

    /// <summary>The model's description of the task and its parameters.</summary>
    public TaskDescription Describe() => Kind.Describe(Data.Name, Data.Classes);

    /// <summary>Creates the network with its weights.</summary>
    /// <param name="recipe">Training recipe; null for evaluation only.</param>
    /// <param name="trained">The parameters that training changes.</param>
    public GuardedTrainer Create(TrainingRecipe? recipe = null, TrainedPart trained = TrainedPart.TaskSpecific)
    {
        GuardedTrainer trainer = Kind.Create(Data.Name, Data.Classes, new TrainerRequest
        {
            Task = 0,
            Training = recipe is null ? null : Data.Train,
            Trained = trained,
            Recipe = recipe ?? new TrainingRecipe { Fluctuation = Fluctuation },
            Seed = Seed,
            Threads = Threads,
        });
        try
        {
            Load(trainer);
            return trainer;
        }
        catch
        {
            // Plugins may hold large or native buffers.
            trainer.Dispose();
            throw;
        }
    }

    private void Load(GuardedTrainer trainer)
    {
        if (Backbone is { } backbone)
            Tell(trainer.Load(ParameterPart.Shared, backbone.Bytes, backbone.Name));
        if (Weights is { } weights)
            Tell(trainer.Load(Backbone is null ? ParameterPart.All : ParameterPart.Task, weights.Bytes, weights.Name));
    }

    private void Tell(IReadOnlyList<Diagnostic> notices)
    {
        foreach (Diagnostic notice in notices)
            Noticed?.Invoke(notice);
    }
}
