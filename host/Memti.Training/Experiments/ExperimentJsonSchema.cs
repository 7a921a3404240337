using System.Text.Json.Nodes;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Training;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;
using Memti.Scenarios.Kinds;
using Memti.Scenarios.Schemas;

namespace Memti.Training.Experiments;

/// <summary>Writes the JSON Schema (draft 2020-12) of experiment files, with the kinds of the loaded plugins.</summary>
public static class ExperimentJsonSchema
{
    /// <summary>The schema as text. Equal catalogues give equal texts.</summary>
    public static string Write(IKindCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var kinds = new KindForms(catalog, partial: false);
        JsonObject root = JsonForm.Mapping("An experiment: tasks by storage variants, before and after retraining.", Root(kinds), ExperimentKeys.Version, ExperimentKeys.Model, ExperimentKeys.Backbone, ExperimentKeys.Tasks, ExperimentKeys.Storage);
        return JsonForm.Document("Memti experiment", root);
    }

    private static JsonObject Root(KindForms kinds) => new()
    {
        [ExperimentKeys.Version] = new JsonObject { ["description"] = "Version of the format.", ["const"] = 1 },
        [ExperimentKeys.Name] = JsonForm.Text("Name of the experiment. Default: the name of the file."),
        [ExperimentKeys.Description] = JsonForm.Text("What the experiment is."),
        [ExperimentKeys.Model] = kinds.Component(KindCategory.Model, ExperimentKeys.Kind, []),
        [ExperimentKeys.WholeNetwork] = new JsonObject { ["description"] = "Options of the model where whole networks are trained, the backbone and tasks from scratch; the others stay.", ["type"] = "object" },
        [ExperimentKeys.Seed] = JsonForm.Whole("Seed of everything.", 0, long.MaxValue, 1),
        [ExperimentKeys.Validation] = JsonForm.Number("Share of the training images by which the best epoch is chosen.", 0.01, 0.9, 0.1),
        [ExperimentKeys.DataFolder] = JsonForm.Text("Folder of data that is named by a relative path, relative to this file."),
        [ExperimentKeys.Backbone] = JsonForm.Mapping("Where the shared parameters come from: a file, or images to pretrain with.", Backbone()),
        [ExperimentKeys.Adapters] = Recipe("How to train the parameters of a task."),
        [ExperimentKeys.Retraining] = Recipe("How to retrain them against faults."),
        [ExperimentKeys.FromScratch] = new JsonObject { ["description"] = "Also train a whole network for each task.", ["type"] = "boolean", ["default"] = false },
        [ExperimentKeys.ScratchRecipe] = Recipe("How to train whole networks. Default: as adapters."),
        [ExperimentKeys.Tasks] = JsonForm.List("The tasks.", JsonForm.Mapping("A task.", new JsonObject { [ExperimentKeys.Name] = JsonForm.Name(), [ExperimentKeys.Data] = JsonForm.Text("Its images.") }, ExperimentKeys.Name, ExperimentKeys.Data), 1, 1000),
        [ExperimentKeys.Storage] = JsonForm.List("Ways to store the weights.", JsonForm.Mapping("A way to store the weights.", Storage(kinds), ExperimentKeys.Name), 1, 1000),
        [ExperimentKeys.Faults] = JsonForm.Word("Which faults are learnt: those of one chip, for each chip anew, or new ones before every step, for all chips.", ExperimentKeys.FaultWords, ExperimentKeys.FaultWords[0]),
        [ExperimentKeys.MapsBefore] = JsonForm.Whole("Chips that are tried before retraining.", 1, ExperimentKeys.MostMaps, 25),
        [ExperimentKeys.MapsAfter] = JsonForm.Whole("Chips that are tried after retraining.", 1, ExperimentKeys.MostMaps, 5),
    };

    private static JsonObject Backbone() => new()
    {
        [ExperimentKeys.File] = JsonForm.Text("Weight file, relative to this file."),
        [ExperimentKeys.Data] = JsonForm.Text("Images to pretrain with."),
        [ExperimentKeys.Recipe] = Recipe("How to pretrain."),
    };

    private static JsonObject Storage(KindForms kinds) => new()
    {
        [ExperimentKeys.Name] = JsonForm.Name(),
        [ExperimentKeys.Model] = new JsonObject { ["description"] = "Options of the model in this variant; the others stay.", ["type"] = "object" },
        [ExperimentKeys.WeightBits] = JsonForm.Whole("Bits of a shared parameter. Default: as the model says.", 2, 16),
        [ExperimentKeys.TaskBits] = JsonForm.Whole("Bits of a parameter of the task. Default: as the model says.", 2, 16),
        [ExperimentKeys.Shared] = kinds.Component(KindCategory.Memory, ExperimentKeys.Kind, []),
        [ExperimentKeys.Task] = kinds.Component(KindCategory.Memory, ExperimentKeys.Kind, []),
        [ExperimentKeys.Cells] = JsonForm.Text("Cells of one value in both memories, such as 2+3+3. Default: as the memories choose."),
        [ExperimentKeys.Prune] = JsonForm.Number("Share of the shared 3x3 weights that become zero and take no cells.", 0, 0.99, 0),
    };

    private static JsonObject Recipe(string description)
    {
        JsonObject keys = [];
        foreach (ParameterDescriptor parameter in OptionsSchema.Create(typeof(TrainingRecipe)).Parameters)
            keys[parameter.Key] = KindForms.Parameter(parameter, partial: false);
        return JsonForm.Mapping(description, keys);
    }
}
