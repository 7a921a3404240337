using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Codes;
using Memti.Training.Plans;
using Memti.Training.Trainers;
using Memti.Training.Weights.Projects;
using Memti.WeightImages.Layouts;

namespace Memti.Training.Weights.Tasks;

/// <summary>The parameters of tasks in stored fixed-point form.</summary>
internal sealed class StoredCodes(WeightProject project)
{
    private IReadOnlyList<ImageTensor>? _shared;

    /// <summary>Shared parameters.</summary>
    /// <exception cref="InvalidOperationException">No task was read yet.</exception>
    public IReadOnlyList<ImageTensor> Shared => _shared ?? throw new InvalidOperationException("Ask for a task first.");

    /// <summary>Parameters of a task.</summary>
    /// <param name="task">Name of the task.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="weights">Trained parameters; null for those before training, which have the same size.</param>
    /// <exception cref="MemtiException"><see cref="WeightCodes.RequestDoesNotFit"/>: the task stores other shared parameters than
    /// earlier tasks.</exception>
    public IReadOnlyList<ImageTensor> Of(string task, int classes, WeightSource? weights)
    {
        using GuardedTrainer trainer = project.Model.Create(
            task, classes, new TrainerRequest { Task = 0, Seed = project.Request.Seed, Threads = project.Request.Threads });
        trainer.Load(ParameterPart.Shared, project.Backbone.Bytes, project.Backbone.Name);
        if (weights is not null)
            trainer.Load(ParameterPart.Task, weights.Bytes, weights.Name);
        trainer.Quantize(0);
        IReadOnlyList<ImageTensor> shared = Read(trainer, ParameterPart.Shared, task: null);
        // One image of shared parameters serves all tasks, so they must agree to the bit.
        if (_shared is not null && !IsSame(_shared, shared))
            throw new MemtiException(
                new Diagnostic(
                    WeightCodes.RequestDoesNotFit,
                    $"task '{task}' stores shared parameters otherwise than the tasks before it; permitted: one backbone for all."));
        _shared = shared;
        return Read(trainer, ParameterPart.Task, task);
    }

    private static List<ImageTensor> Read(GuardedTrainer trainer, ParameterPart part, string? task)
    {
        List<ImageTensor> tensors = [];
        trainer.TransformCodes(part, (tensor, codes) => tensors.Add(
            new ImageTensor(tensor.Name, tensor.Shape, tensor.Bits, tensor.FractionBits, codes.ToArray()) { Task = task }));
        return tensors;
    }

    private static bool IsSame(IReadOnlyList<ImageTensor> one, IReadOnlyList<ImageTensor> other) =>
        one.Count == other.Count
            && one.Zip(other)
                .All(
                    static pair =>
                        pair.First.Name == pair.Second.Name
                            && pair.First.FractionBits == pair.Second.FractionBits
                            && pair.First.Codes.Span.SequenceEqual(pair.Second.Codes.Span));
}
