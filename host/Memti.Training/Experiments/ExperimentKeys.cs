using Memti.Abstractions.Plugins;
using Memti.Abstractions.Training;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Kinds;
using Memti.Training.Faults;
using Memti.Training.Plans;

namespace Memti.Training.Experiments;

/// <summary>The keys of an experiment file.</summary>
internal static class ExperimentKeys
{
    /// <summary>Keys of a model for the number of stored bits.</summary>
    public const string ModelWeightBits = "weight_bits", ModelSharedBits = "shared_bits", ModelTaskBits = "task_bits";

    private const string Items = "a list of one or more";
    private const int MostItems = 1000;

    /// <summary>The keys of a recipe, which an options class declares.</summary>
    public static readonly OptionsSchema OfRecipe = OptionsSchema.Create(typeof(TrainingRecipe));

    /// <summary>A model and a memory, whose kinds decide their keys.</summary>
    public static readonly ComponentType ModelType = new(PluginContract.Model, "kind"), MemoryType = new(PluginContract.Memory, "kind");

    public static readonly DocumentKey<Node?> Version = VersionedDocument.KeyOf("memti_experiment");

    public static readonly DocumentKey<string?>
        Name = new("name", "Name of the experiment") { DefaultWords = "the name of the file" },
        Description = new("description", "What the experiment is"),
        DataFolder = new("data_folder", "Folder of data that is named by a relative path, relative to this file");

    public static readonly DocumentKey<Section?> Model = new("model", "", ModelType) { Required = "a model kind with its options" };

    public static readonly DocumentKey<Section?> WholeNetwork = new(
        "whole_network",
        "Options of the model where whole networks are trained, the backbone and tasks from scratch; the others stay",
        new MapType());

    public static readonly DocumentKey<long> Seed = new("seed", "Seed of everything", 0, long.MaxValue) { Fallback = 1 };

    public static readonly DocumentKey<double> Validation =
        new(
            "validation",
            "Share of the training images by which the best epoch is chosen",
            TrainingLimits.LeastValidation,
            TrainingLimits.MostValidation)
        {
            Fallback = 0.1,
        };

    public static readonly DocumentKey<Section?>
        Adapters = Recipe("adapters", "How to train the parameters of a task"),
        Retraining = Recipe("retraining", "How to retrain them against faults"),
        ScratchRecipe = Recipe("from_scratch_recipe", "How to train whole networks", "as adapters");

    public static readonly DocumentKey<bool> FromScratch =
        new("from_scratch", "Also train a whole network for each task") { Fallback = false };

    public static readonly DocumentKey<FaultMode> Faults = new(
        "faults",
        "Which faults are learnt: those of one chip, for each chip anew, or new ones before every step, for all chips")
    {
        Fallback = FaultMode.Fixed,
    };

    public static readonly DocumentKey<int>
        MapsBefore = new("maps_before", "Chips that are tried before retraining", 1, TrainingLimits.MostChips) { Fallback = 25 },
        MapsAfter = new("maps_after", "Chips that are tried after retraining", 1, TrainingLimits.MostChips) { Fallback = 5 };

    /// <summary>Keys of the backbone.</summary>
    public static readonly DocumentKey<string?>
        BackboneFile = new("file", "Weight file, relative to this file"),
        BackboneData = new("data", "Images to pretrain with");

    public static readonly DocumentKey<Section?>
        BackboneRecipe = Recipe("recipe", "How to pretrain"),
        Backbone = new(
            "backbone",
            "Where the shared parameters come from: a file, or images to pretrain with",
            new SectionType(new KeySection(BackboneFile, BackboneData, BackboneRecipe)))
        {
            Required = "file, or data with a recipe",
        };

    /// <summary>Keys of a task, the name also of a way to store weights.</summary>
    public static readonly DocumentKey<string?>
        ItemName = new("name", "", NameType.OfItem) { Required = "a name" },
        TaskData = new("data", "Its images") { Required = "a set of images" };

    public static readonly DocumentKey<IReadOnlyList<Section>?> Tasks =
        List("tasks", "The tasks", "A task", new KeySection(ItemName, TaskData));

    /// <summary>Keys of a way to store weights.</summary>
    public static readonly DocumentKey<Section?> VariantModel =
        new("model", "Options of the model in this variant; the others stay", new MapType());

    public static readonly DocumentKey<int?>
        WeightBits = new("weight_bits", "Bits of a shared parameter", 2, 16) { DefaultWords = "as the model says" },
        TaskBits = new("task_bits", "Bits of a parameter of the task", 2, 16) { DefaultWords = "as the model says" };

    public static readonly DocumentKey<Section?> Shared = new("shared", "", MemoryType), Task = new("task", "", MemoryType);

    public static readonly DocumentKey<string?> Cells =
        new("cells", "Cells of one value in both memories, such as 2+3+3") { DefaultWords = "as the memories choose" };

    public static readonly DocumentKey<double> Prune =
        new("prune", "Share of the shared 3x3 weights that become zero and take no cells", 0, TrainingLimits.MostPruned) { Fallback = 0 };

    public static readonly DocumentKey<IReadOnlyList<Section>?> Storage = List(
        "storage",
        "Ways to store the weights",
        "A way to store the weights",
        new KeySection(ItemName, VariantModel, WeightBits, TaskBits, Shared, Task, Cells, Prune));

    /// <summary>What the file may hold.</summary>
    public static readonly KeySection Root = new(
        Version,
        Name,
        Description,
        Model,
        WholeNetwork,
        Seed,
        Validation,
        DataFolder,
        Backbone,
        Adapters,
        Retraining,
        FromScratch,
        ScratchRecipe,
        Tasks,
        Storage,
        Faults,
        MapsBefore,
        MapsAfter);

    private static DocumentKey<Section?> Recipe(string name, string description, string? usual = null) =>
        new(name, description, new SectionType(new KeySection([.. OfRecipe.Parameters]))) { DefaultWords = usual };

    private static DocumentKey<IReadOnlyList<Section>?> List(string name, string description, string item, KeySection keys) =>
        new(
            name,
            description,
            new ListType<Section>(new DocumentKey<Section>("", item, new SectionType(keys)), 1, MostItems) { Counts = Items })
        {
            Required = Items,
        };
}
