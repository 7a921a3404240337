using Memti.Abstractions.Plugins;
using Memti.Abstractions.Training;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Scenarios.Kinds;
using Memti.Training.Faults;
using Memti.Training.Fluctuation;
using Memti.Training.Plans;

namespace Memti.Training.Experiments;

/// <summary>The keys of an experiment file.</summary>
internal static class ExperimentKeys
{
    /// <summary>Keys of a model for the number of stored bits.</summary>
    public const string ModelWeightBits = "weight_bits", ModelSharedBits = "shared_bits", ModelTaskBits = "task_bits";

    /// <summary>What a file without <see cref="Fluctuation"/> must say.</summary>
    public const string BackboneWords = "file, or data with a recipe", Items = "a list of one or more";

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
            DefaultWords = "none, and only with fluctuation",
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
        new KeySection(ItemName, VariantModel, WeightBits, TaskBits, Shared, Task, Cells, Prune),
        isRequired: false);

    /// <summary>Keys of a study of fluctuating reads.</summary>
    public static readonly DocumentKey<string?> FluctuationCell =
        new("cell", "Cell that holds the weights, whose fluctuation and energy of a read are taken") { DefaultWords = "none" };

    public static readonly DocumentKey<double?>
        Amplitude = new(
            "amplitude",
            "Standard deviation of one read at read level 1, over the largest weight of a layer, in place of the cell's",
            1e-6,
            10)
        {
            DefaultWords = "that of the cell",
        },
        Exponent = new("exponent", "The amplitude falls with the read level to this power, in place of the cell's", 0.01, 2)
        {
            DefaultWords = "that of the cell, or 0.5",
        };

    public static readonly DocumentKey<double>
        BitStep = new("bit_step_ns", "Time between the reads of neighbouring bits", 0.001, 1e12) { Unit = "ns", Fallback = 10 },
        EnergyWeight = new("energy_weight", "Weight of the energy in the loss of B, relative to direct reading at level 1", 1e-9, 1000)
        {
            Fallback = 0.1,
        };

    public static readonly DocumentKey<IReadOnlyList<int>?> Seeds = new(
        "seeds",
        "Seeds of trainings",
        new ListType<int>(new DocumentKey<int>("", "", 0, int.MaxValue), 1, MostItems)
        {
            Counts = Items,
            Once = ("seed", static seed => FormattableString.Invariant($"{seed}")),
        })
    {
        DefaultWords = "1, 2, 3",
    };

    public static readonly DocumentKey<Section?>
        Start = Recipe("start", "How to train the digital network that all techniques start from"),
        TechniqueRecipe = Recipe("recipe", "How to train on with each technique, from that network");

    public static readonly DocumentKey<int>
        InputBits = new("input_bits", "Magnitude bits of inputs; the sign is a bit of its own", 1, 8) { Fallback = 4 },
        Draws = new("draws", "Draws of reads in each evaluation", 1, 1000) { Fallback = 3 };

    public static readonly DocumentKey<IReadOnlyList<double>?> ReadLevels = new(
        "read_levels",
        "Factors of the read levels at which networks are evaluated",
        new ListType<double>(new DocumentKey<double>("", "", new RealNumberType { Range = new ValueRange(1e-4, 1e4) }), 1, 100)
        {
            Counts = Items,
            Once = ("level", static level => FormattableString.Invariant($"{level}")),
        })
    {
        DefaultWords = "0.25, 1, 4",
    };

    public static readonly DocumentKey<IReadOnlyList<FluctuationTechnique>?> Techniques = new(
        "techniques",
        "What is compared: A lets reads fluctuate in training, B makes energy part of the loss and trains a read level per layer, C reads "
            + "inputs bit by bit",
        new ListType<FluctuationTechnique>(
            new DocumentKey<FluctuationTechnique>(
                "", "", new ChoiceType([.. FluctuationTechnique.All.Select(static technique => (technique.Name, (object)technique))])),
            1,
            FluctuationTechnique.All.Count)
        {
            Counts = Items,
            Once = ("technique", static technique => technique.Name),
        })
    {
        DefaultWords = "all",
    };

    public static readonly DocumentKey<Section?> Fluctuation = new(
        "fluctuation",
        "A study of fluctuating reads, in place of storage: accuracy against energy of techniques, on whole networks",
        new SectionType(
            new KeySection(
                FluctuationCell,
                Amplitude,
                Exponent,
                BitStep,
                Seeds,
                Start,
                TechniqueRecipe,
                InputBits,
                ReadLevels,
                EnergyWeight,
                Draws,
                Techniques)));

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
        Fluctuation,
        Faults,
        MapsBefore,
        MapsAfter);

    private static DocumentKey<Section?> Recipe(string name, string description, string? usual = null) =>
        new(name, description, new SectionType(new KeySection([.. OfRecipe.Parameters]))) { DefaultWords = usual };

    private static DocumentKey<IReadOnlyList<Section>?> List(
        string name, string description, string item, KeySection keys, bool isRequired = true) =>
        new(
            name,
            description,
            new ListType<Section>(new DocumentKey<Section>("", item, new SectionType(keys)), 1, MostItems) { Counts = Items })
        {
            Required = isRequired ? Items : null,
        };
}
