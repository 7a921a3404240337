using System.Text.Json.Nodes;
using Memti.Abstractions.Training;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Training.Faults;
using Memti.WeightImages.Formats;

namespace Memti.Training.Weights.Requests;

/// <summary>The keys of a request.</summary>
internal static class RequestKeys
{
    private const int Most = 1000;

    public static readonly DocumentKey<Node?> Version = VersionedDocument.KeyOf("memti_weights");

    public static readonly DocumentKey<string?>
        Folder = new("folder", "Folder that relative paths are meant from, relative to this file") { DefaultWords = "the file's own" },
        Scenario = new("scenario", "Scenario file") { Required = "a scenario file" },
        Design = new("design", "Design of the scenario, where it has several"),
        Engine = new("engine", "What trains: managed, or an engine that a plugin offers, such as torch; sets network.engine")
        {
            DefaultWords = "as the scenario says",
        },
        Backbone = new("backbone", "Weight file with the parameters that tasks share, as memti pretrain writes it")
        {
            Required = "a weight file, as memti pretrain writes it",
        },
        DataFolder = new("data_folder", "Folder of data that is named by a relative path"),
        Output = new("output", "Folder of images and manifest") { Required = "a folder" },
        Work = new("work", "Folder of trained weights, checkpoints and stamps") { Required = "a folder" };

    public static readonly DocumentKey<IReadOnlyList<string>?>
        Set = Texts("set", "Overrides of the scenario", "key=value, such as workload.fps=15"),
        PluginPath = Texts("plugin_path", "Further plugins and cells", "A folder or a file");

    public static readonly DocumentKey<long>
        Seed = Number("seed", "Seed of training and faults", 1L),
        Chip = Number("chip", "The chip of 'fixed'", 0L);

    public static readonly DocumentKey<int>
        Threads = Number("threads", "Threads of a training step. Results depend on the number", 2),
        Trials = Number("trials", "Chips on which a fleet is judged", 10);

    public static readonly DocumentKey<double>
        Validation = Number("validation", "Share of the training images by which the best epoch is chosen", 0.1);

    public static readonly DocumentKey<FaultMode> Faults =
        new("faults", "Which faults are learnt: those of one chip, or new ones before every step, for all chips")
        {
            Fallback = FaultMode.Fresh,
        };

    /// <summary>Where an item is defined.</summary>
    public static readonly DocumentKey<string?> File = new("file", "The file");

    public static readonly DocumentKey<int>
        Line = new("line", "Line, from 1; 0 when nobody knows", 0, int.MaxValue) { Fallback = 0 },
        Column = new("column", "Column, from 1; 0 when nobody knows", 0, int.MaxValue) { Fallback = 0 };

    /// <summary>Keys of every item.</summary>
    public static readonly DocumentKey<string?> Name = new("name", "", NameType.OfItem) { Required = "a name" };

    public static readonly DocumentKey<Section?> Place =
        new("place", "Where the item is defined, for findings", new SectionType(new KeySection(File, Line, Column)));

    /// <summary>Keys of a task.</summary>
    public static readonly DocumentKey<string?>
        Data = new("data", "The images, as memti train --data takes them") { Required = "a set of images" },
        Weights = new("weights", "Weight file with the parameters of the task, in place of training");

    public static readonly DocumentKey<int?>
        Classes = Number<int?>("classes", "Classes that the images must have", words: "as the scenario says");

    public static readonly DocumentKey<long?>
        OwnSeed = Number<long?>("seed", "Seed of this task", words: "that of the request");

    public static readonly DocumentKey<int>
        Epochs = Number("epochs", "Passes over the training images, without faults", 20),
        Batch = Number("batch", "Images of a step", 128),
        RetrainEpochs = Number("retrain_epochs", "Passes of retraining against faults; 0 for no retraining", 3);

    public static readonly DocumentKey<double>
        LearningRate = Number("learning_rate", "Learning rate of the first steps", 0.1),
        RetrainLearningRate = Number("retrain_learning_rate", "Learning rate of the first steps of retraining", 0.02);

    public static readonly DocumentKey<TrainingSchedule> Schedule =
        new("schedule", "How the learning rate changes") { Fallback = TrainingSchedule.Cosine };

    public static readonly KeySection OfTask =
        new(Name, Data, Classes, Epochs, Batch, LearningRate, Schedule, RetrainEpochs, RetrainLearningRate, OwnSeed, Weights, Place);

    /// <summary>Keys of a region.</summary>
    public static readonly DocumentKey<string?> Memory = new("memory", "Memory of the scenario") { Required = "the name of a memory" };

    public static readonly DocumentKey<Node?> Address = new("address", "", new FixedType(AddressForm));

    public static readonly DocumentKey<long?>
        CapacityBytes = Number<long?>("capacity_bytes", "Bytes that the region has", words: "as many as its images need");

    public static readonly DocumentKey<IReadOnlyList<string>?> Formats = new(
        "formats",
        "Forms of file",
        new ListType<string>(
            new DocumentKey<string>("", "", new TextType { Known = [.. ImageFormats.All.Select(static format => format.Name)] }), 1, Most))
    {
        DefaultWords = "bin",
    };

    public static readonly KeySection OfRegion = new(Name, Memory, Address, CapacityBytes, Formats, Place);

    /// <summary>Keys of a budget.</summary>
    public static readonly DocumentKey<string?> Task = new("task", "The task whose accuracy is meant") { DefaultWords = "each" };

    public static readonly DocumentKey<double>
        Confidence = Number("confidence", "Confidence of that two-sided interval; a share", 0.95);

    public static readonly DocumentKey<double?>
        MinimumAccuracy = Number<double?>(
            "minimum_accuracy", "Least accuracy in the memories after retraining, of the lower end of its interval; a share"),
        MaximumEnergy = Number<double?>("maximum_energy_per_frame_mj", "Most energy of the whole system for a frame, in mJ"),
        MaximumArea = Number<double?>("maximum_area_mm2", "Largest area of the memories on the chip that hold weights, in mm2"),
        MinimumLifetime = Number<double?>("minimum_lifetime_years", "Shortest time until a memory wears out, in years");

    public static readonly KeySection OfBudget =
        new(Name, Task, MinimumAccuracy, Confidence, MaximumEnergy, MaximumArea, MinimumLifetime, Place);

    public static readonly DocumentKey<IReadOnlyList<Section>?>
        Tasks = Items("tasks", "The tasks, each one of the scenario", OfTask, "a list of one or more"),
        Regions = Items("regions", "Where weights lie", OfRegion),
        Budgets = Items("budgets", "What weights and deployment must keep to", OfBudget);

    /// <summary>What the request may hold.</summary>
    public static readonly KeySection Root = new(
        Version,
        Folder,
        Scenario,
        Design,
        Set,
        Engine,
        Backbone,
        Seed,
        Threads,
        Validation,
        Faults,
        Chip,
        Trials,
        DataFolder,
        PluginPath,
        Tasks,
        Regions,
        Budgets,
        Output,
        Work);

    private static DocumentKey<T> Number<T>(string name, string description, T usual = default!, string? words = null)
    {
        (double minimum, double maximum) = RequestRanges.Of(name);
        return new DocumentKey<T>(name, description, minimum, maximum) { Fallback = usual, DefaultWords = words };
    }

    private static DocumentKey<IReadOnlyList<string>?> Texts(string name, string description, string item) =>
        new(name, description, new ListType<string>(new DocumentKey<string>("", item), 0, Most));

    private static DocumentKey<IReadOnlyList<Section>?> Items(string name, string description, KeySection keys, string? required = null)
    {
        var item = new DocumentKey<Section>("", "One of them", new SectionType(keys));
        var list = new ListType<Section>(item, required is null ? 0 : 1, Most) { Counts = required };
        return new DocumentKey<IReadOnlyList<Section>?>(name, description, list) { Required = required };
    }

    private static JsonObject AddressForm() => new()
    {
        ["description"] = "Address of the first byte: a number, or hexadecimal digits after 0x; underscores may part them.",
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = ulong.MaxValue },
            new JsonObject { ["type"] = "string", ["pattern"] = "^(0[xX][0-9A-Fa-f_]*[0-9A-Fa-f]_*|[0-9_]*[0-9]_*)$" }),
        ["default"] = 0,
    };
}
