using System.Globalization;
using Memti.Abstractions.Models;
using Memti.Abstractions.Training;
using Memti.Training.Datasets;
using Memti.Training.Trainers;

namespace Memti.Training.Plans;

/// <summary>A network for a task: model, images and the weights that it begins with.</summary>
/// <param name="Kind">The model.</param>
/// <param name="Data">The images.</param>
public sealed record NetworkPlan(TrainableKind Kind, Dataset Data)
{
    /// <summary>Shared parameters, and batch norms to start from; null for random ones, or for those of <see cref="Weights"/>.</summary>
    public WeightSource? Backbone { get; init; }

    /// <summary>Parameters of the task, and the shared ones where there is no backbone; null for random ones.</summary>
    public WeightSource? Weights { get; init; }

    /// <summary>Seed of initial parameters, order, augmentation and faults.</summary>
    public ulong Seed { get; init; }

    /// <summary>Threads of a call.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>All that the network depends on.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Identity =>
    [
        .. Kind.Identity,
        new("data", Data.Sha256),
        new("backbone", Backbone?.Sha256 ?? "none"),
        new("weights", Weights?.Sha256 ?? "none"),
        new("seed", Seed.ToString(CultureInfo.InvariantCulture)),
        new("threads", Threads.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>The task in the model: its parameters.</summary>
    public TaskDescription Describe() => Kind.Describe(Data.Name, Data.Classes);

    /// <summary>Makes the network with its weights.</summary>
    /// <param name="recipe">How to train; null for evaluation alone.</param>
    /// <param name="trained">What training changes.</param>
    public GuardedTrainer Create(TrainingRecipe? recipe = null, TrainedPart trained = TrainedPart.TaskSpecific)
    {
        GuardedTrainer trainer = Kind.Create(Data.Name, Data.Classes, new TrainerRequest
        {
            Task = 0,
            Training = recipe is null ? null : Data.Train,
            Trained = trained,
            Recipe = recipe ?? new TrainingRecipe(),
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
            trainer.Dispose();
            throw;
        }
    }

    private void Load(GuardedTrainer trainer)
    {
        if (Backbone is { } backbone)
            trainer.Load(ParameterPart.Shared, backbone.Bytes, backbone.Name);
        if (Weights is { } weights)
            trainer.Load(Backbone is null ? ParameterPart.All : ParameterPart.Task, weights.Bytes, weights.Name);
    }
}
