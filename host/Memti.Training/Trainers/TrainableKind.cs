using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
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

    /// <summary>Creates a trainer for one task.</summary>
    /// <param name="task">Name of the task.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="request">Settings of the trainer. The model has this task only.</param>
    /// <exception cref="MemtiException"><see cref="TrainingCodes.NotTrainable"/>, <see cref="DiagnosticCode.ImagesDoNotFit"/>, or an error
    /// of the plugin.</exception>
    public GuardedTrainer Create(string task, int classes, TrainerRequest request)
    {
        IModel model = Registration.Call(
            catalog.Guard, "the constructor", () => Make(Registration, component.Options, new TaskRequest(task, classes)));
        if (model is not ITrainableModel trainable)
            throw NotTrainable(classes);
        ITrainer trainer = Registration.Call(catalog.Guard, "CreateTrainer", () => trainable.CreateTrainer(request));
        return new GuardedTrainer(trainer, Registration, catalog.Guard);
    }

    /// <summary>The model's description of a task and its parameters.</summary>
    public TaskDescription Describe(string task, int classes) => Registration.Call(
        catalog.Guard, "Tasks", () => Make(Registration, component.Options, new TaskRequest(task, classes)).Tasks[0]);

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
