using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Training;
using Memti.Documents.Parameters;
using Memti.Plugins.Catalog;
using Memti.Plugins.Registry;
using Memti.Scenarios.Bindings;
using Memti.Training.Codes;

namespace Memti.Training.Trainers;

/// <summary>A model kind with options, which creates trainers.</summary>
/// <param name="catalog">The loaded plugins.</param>
/// <param name="component">Kind and options of a model.</param>
public sealed class TrainableKind(PluginCatalog catalog, ComponentSpec component)
{
    private Registration<ModelFactory> Registration => catalog.Models[component.Kind];

    /// <summary>Everything that a run with this kind depends on: kind, options and the plugin's assemblies.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Identity =>
    [
        new("model", component.Kind),
        new("model options", ComponentText.Write(component)),
        new("plugin", PluginSha256 ?? "host"),
    ];

    /// <summary>SHA-256 over the assemblies of the plugin, including private libraries; null for a plugin of the host.</summary>
    public string? PluginSha256 => catalog.Plugins.First(plugin => plugin.Id == Registration.PluginId).Manifest?.ContentSha256;

    /// <summary>What a run depends on beside that when an engine of another plugin computes; nothing when none does.</summary>
    /// <param name="task">Name of a task.</param>
    /// <param name="classes">Number of its classes.</param>
    public IReadOnlyList<KeyValuePair<string, string>> EngineIdentity(string task, int classes)
    {
        if (Engine(task, classes) is not { } engine)
            return [];
        string? plugin = catalog.Find(PluginContract.TrainingEngine, engine.Name)?.PluginId;
        return
        [
            new("engine", $"{engine.Name}, {engine.Version}, {engine.Device}, {engine.Precision}, {engine.InstructionSet}"),
            new("engine plugin", catalog.Plugins.FirstOrDefault(loaded => loaded.Id == plugin)?.Manifest?.ContentSha256 ?? "none"),
        ];
    }

    /// <summary>The engine that computes; null for the model's own code.</summary>
    /// <param name="task">Name of a task.</param>
    /// <param name="classes">Number of its classes.</param>
    public EngineDescription? Engine(string task, int classes) =>
        Model(task, classes) is ITrainableModel trainable ? EngineOf(trainable) : null;

    /// <summary>The network of a task as a graph.</summary>
    /// <param name="task">Name of the task.</param>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="MemtiException"><see cref="TrainingCodes.NoGraph"/>, or an error of the plugin.</exception>
    public NetworkGraph Graph(string task, int classes) => Model(task, classes) is IGraphModel model
        ? Registration.Call(catalog.Guard, "Graph", () => model.Graph(0))
        : throw NoGraph();

    /// <summary>Creates a trainer for one task.</summary>
    /// <param name="task">Name of the task.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="request">Settings of the trainer. The model has this task only.</param>
    /// <exception cref="MemtiException"><see cref="TrainingCodes.NotTrainable"/>, <see cref="TrainingCodes.NoFluctuation"/>,
    /// <see cref="DiagnosticCode.ImagesDoNotFit"/>, or an error of the plugin.</exception>
    public GuardedTrainer Create(string task, int classes, TrainerRequest request)
    {
        if (Model(task, classes) is not ITrainableModel trainable)
            throw NotTrainable(classes);
        ITrainer trainer = Registration.Call(catalog.Guard, "CreateTrainer", () => trainable.CreateTrainer(request));
        if (request.Recipe.Fluctuation is not null && trainer is not IFluctuationTrainer)
        {
            Registration.Call(catalog.Guard, "Dispose", () =>
            {
                trainer.Dispose();
                return true;
            });
            throw NoFluctuation();
        }

        return new GuardedTrainer(trainer, EngineKind(trainable) ?? Registration, catalog.Guard);
    }

    /// <summary>The model's description of a task and its parameters.</summary>
    /// <param name="task">Name of the task.</param>
    /// <param name="classes">Number of its classes; null when the model derives it from the name.</param>
    public TaskDescription Describe(string task, int? classes) => Registration.Call(
        catalog.Guard, "Tasks", () => Make(Registration, component.Options, new TaskRequest(task, classes)).Tasks[0]);

    private IModel Model(string task, int classes) => Registration.Call(
        catalog.Guard, "the constructor", () => Make(Registration, component.Options, new TaskRequest(task, classes)));

    // A list, because the guard takes null for a broken promise, and most models have no engine.
    private EngineDescription? EngineOf(ITrainableModel model) => Registration.Call<IReadOnlyList<EngineDescription>>(
        catalog.Guard, "Engine", () => model.Engine is { } engine ? [engine] : []) is [var one, ..] ? one : null;

    /// <summary>The kind whose code a trainer runs, when that is an engine of another plugin.</summary>
    private Registration? EngineKind(ITrainableModel model) =>
        EngineOf(model) is { } engine ? catalog.Find(PluginContract.TrainingEngine, engine.Name) : null;

    private MemtiException NoFluctuation()
    {
        const string Permitted = "resnet26-adapters with adapters: none and the managed engine, or a trainer that implements "
            + "IFluctuationTrainer";
        return new MemtiException(
            new Diagnostic(
                TrainingCodes.NoFluctuation,
                $"the trainer of model '{component.Kind}' cannot compute with fluctuating reads; permitted: {Permitted}.")
            {
                Key = "model",
                Value = component.Kind,
                Permitted = Permitted,
            });
    }

    private MemtiException NoGraph()
    {
        const string Permitted = "a model whose plugin gives its network as a graph, such as resnet26-adapters";
        return new MemtiException(
            new Diagnostic(
                TrainingCodes.NoGraph, $"model '{component.Kind}' does not give its network as a graph; permitted: {Permitted}.")
            {
                Key = "model",
                Value = component.Kind,
                Permitted = Permitted,
            });
    }

    private static IModel Make(Registration<ModelFactory> kind, object options, TaskRequest task) => kind.Create(options)([task]);

    private MemtiException NotTrainable(int classes)
    {
        string permitted = string.Join(", ", catalog.Models.Values.Where(kind => Trains(kind, classes)).Select(static kind => kind.Kind));
        permitted = permitted.Length > 0 ? permitted : "none of the loaded plugins";
        return new MemtiException(
            new Diagnostic(TrainingCodes.NotTrainable, $"model '{component.Kind}' cannot be trained; permitted: {permitted}.")
            {
                Key = "model",
                Value = component.Kind,
                Permitted = permitted,
            });
    }

    private bool Trains(Registration<ModelFactory> kind, int classes)
    {
        try
        {
            return kind.Call(
                catalog.Guard,
                "the constructor",
                () => Make(kind, OptionsSchema.Create(kind.OptionsType).NewOptions(), new TaskRequest("task", classes)) is ITrainableModel);
        }
        catch (MemtiException)
        {
            return false;
        }
    }
}
