namespace Memti.Training.Weights.Requests;

/// <summary>The keys of a request.</summary>
internal static class RequestKeys
{
    public const string Version = "memti_weights", Folder = "folder", Scenario = "scenario", Design = "design", Set = "set", Backbone = "backbone", Seed = "seed",
        Threads = "threads", Validation = "validation", Faults = "faults", Chip = "chip", Trials = "trials", DataFolder = "data_folder", PluginPath = "plugin_path",
        Tasks = "tasks", Regions = "regions", Budgets = "budgets", Output = "output", Work = "work", Name = "name", Place = "place", File = "file", Line = "line", Column = "column";

    public const string Data = "data", Classes = "classes", Epochs = "epochs", Batch = "batch", LearningRate = "learning_rate", Schedule = "schedule",
        RetrainEpochs = "retrain_epochs", RetrainLearningRate = "retrain_learning_rate", Weights = "weights";

    public const string Memory = "memory", Address = "address", CapacityBytes = "capacity_bytes", Formats = "formats";

    public const string Task = "task", MinimumAccuracy = "minimum_accuracy", Confidence = "confidence", MaximumEnergy = "maximum_energy_per_frame_mj",
        MaximumArea = "maximum_area_mm2", MinimumLifetime = "minimum_lifetime_years";

    public static readonly IReadOnlyList<string> Root =
    [
        Version, Folder, Scenario, Design, Set, Backbone, Seed, Threads, Validation, Faults, Chip, Trials, DataFolder, PluginPath, Tasks, Regions, Budgets, Output, Work,
    ];

    public static readonly IReadOnlyList<string> OfTask = [Name, Data, Classes, Epochs, Batch, LearningRate, Schedule, RetrainEpochs, RetrainLearningRate, Seed, Weights, Place];
    public static readonly IReadOnlyList<string> OfRegion = [Name, Memory, Address, CapacityBytes, Formats, Place];
    public static readonly IReadOnlyList<string> OfBudget = [Name, Task, MinimumAccuracy, Confidence, MaximumEnergy, MaximumArea, MinimumLifetime, Place];
    public static readonly IReadOnlyList<string> OfPlace = [File, Line, Column];

    /// <summary>Words of <see cref="Faults"/>, in the order of the modes.</summary>
    public static readonly IReadOnlyList<string> FaultWords = ["fixed", "fresh"];

    /// <summary>Words of <see cref="Schedule"/>, in the order of the schedules.</summary>
    public static readonly IReadOnlyList<string> Schedules = ["steps", "cosine", "constant"];
}
