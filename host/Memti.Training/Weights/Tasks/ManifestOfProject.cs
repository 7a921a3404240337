using Memti.Scenarios.Bindings;
using Memti.Scenarios.Designs;
using Memti.Training.Statistics;
using Memti.Training.Weights.Inputs;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Requests;
using Memti.WeightImages.Manifests;

namespace Memti.Training.Weights.Tasks;

/// <summary>Creates the manifest of a project and its tasks, without weight images.</summary>
internal sealed class ManifestOfProject(WeightProject project)
{
    private readonly WeightRequest _request = project.Request;

    public WeightManifest Of(IReadOnlyList<TrainedTask> tasks) => new()
    {
        Tool = ManifestTools.Current,
        Inputs = [
            .. project.Inputs.Select(static input => new ManifestInput(input.Role, input.Name, input.Sha256)),
            .. tasks.Select(static task => new ManifestInput("data", task.Data, task.DataSha256))
        ],
        Parameters = new ManifestParameters(
            _request.Seed,
            _request.Threads,
            _request.Validation,
            tasks.Any(static task => task.After.Trials > 0) ? Memti.Abstractions.Parameters.EnumWords.Of(_request.Faults) : null,
            tasks.Max(static task => task.After.Trials),
            Recipes()),
        Model = new ManifestModel(project.Design.Network.Kind, Options(project.Design.Network)) { Engine = Engine(tasks) },
        Memories = [.. _request.Regions
            .Select(static region => region.Memory)
            .Distinct()
            .Select(name => Memory(project.Design.Memories.First(memory => memory.Name == name)))],
        Tasks = [.. tasks.Select(Task)],
        Regions = [],
        TaskSwitches = [],
        Cost = null,
    };

    /// <summary>The engine that computed; the same for all tasks, since the model's options are.</summary>
    private ManifestEngine? Engine(IReadOnlyList<TrainedTask> tasks) => project.Model.Engine(tasks[0].Name, tasks[0].Classes) is { } engine
        ? new ManifestEngine(
            engine.Name, engine.Version, engine.Device, engine.Precision, engine.InstructionSet, engine.ReproducesBits)
        : null;

    private static SortedDictionary<string, string> Options(ComponentSpec component) =>
        new(ComponentText.Values(component.Options).ToDictionary(), StringComparer.Ordinal);

    private static ManifestMemory Memory(MemorySpec memory) => new(memory.Name, memory.Component.Kind, Options(memory.Component));

    private SortedDictionary<string, string> Recipes() => new(_request.Tasks.ToDictionary(
        static task => task.Name,
        task =>
            $"{(task.Weights is { } file ? $"weights {InputFiles.Shown(file)}" : ComponentText.Write(task.Training))} | retraining: "
                + $"{(task.Retraining is { } recipe ? ComponentText.Write(recipe) : "none")} | seed {task.Seed ?? _request.Seed}"),
                    StringComparer.Ordinal);

    private static ManifestTask Task(TrainedTask task) =>
        new(task.Name, task.Classes, task.Data, task.FixedPoint, Accuracy(task.Before), Accuracy(task.After), task.PValue);

    private static ManifestAccuracy Accuracy(MeasuredAccuracy accuracy)
    {
        ConfidenceInterval interval = accuracy.Confidence95;
        return new ManifestAccuracy(
            accuracy.Mean, interval.Low, interval.High, accuracy.StandardDeviation, accuracy.Trials, accuracy.FirstChip, accuracy.Images);
    }
}
