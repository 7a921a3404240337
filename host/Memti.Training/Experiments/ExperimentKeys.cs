namespace Memti.Training.Experiments;

/// <summary>The keys of an experiment file.</summary>
internal static class ExperimentKeys
{
    public const string Version = "memti_experiment", Name = "name", Description = "description", Model = "model", Kind = "kind", Seed = "seed", Validation = "validation",
        DataFolder = "data_folder", WholeNetwork = "whole_network", Backbone = "backbone", File = "file", Data = "data", Recipe = "recipe", Adapters = "adapters", Retraining = "retraining",
        FromScratch = "from_scratch", ScratchRecipe = "from_scratch_recipe", Tasks = "tasks", Storage = "storage", WeightBits = "weight_bits", TaskBits = "task_bits",
        Shared = "shared", Task = "task", Cells = "cells", Prune = "prune", Faults = "faults", MapsBefore = "maps_before", MapsAfter = "maps_after";

    public static readonly IReadOnlyList<string> Root =
        [Version, Name, Description, Model, Seed, Validation, DataFolder, WholeNetwork, Backbone, Adapters, Retraining, FromScratch, ScratchRecipe, Tasks, Storage, Faults, MapsBefore, MapsAfter];

    public static readonly IReadOnlyList<string> OfBackbone = [File, Data, Recipe];

    public static readonly IReadOnlyList<string> OfTask = [Name, Data];

    public static readonly IReadOnlyList<string> OfStorage = [Name, Model, WeightBits, TaskBits, Shared, Task, Cells, Prune];

    public static readonly IReadOnlyList<string> FaultWords = ["fixed", "fresh"];

    /// <summary>Keys of a model that say how many bits are stored.</summary>
    public const string ModelSharedBits = "shared_bits", ModelTaskBits = "task_bits";

    public const int MostMaps = 100_000;
}
