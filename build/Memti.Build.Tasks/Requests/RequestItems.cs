using Memti.Abstractions.Diagnostics;
using Microsoft.Build.Framework;

namespace Memti.Build.Tasks.Requests;

/// <summary>Reads the items of a project: tasks, regions and budgets.</summary>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class RequestItems(BuildFindings findings)
{
    private static readonly string[] TaskNames =
        ["Data", "Classes", "Epochs", "Batch", "LearningRate", "Schedule", "RetrainEpochs", "RetrainLearningRate", "Seed", "Weights"];

    private static readonly string[] RegionNames = ["Memory", "Address", "CapacityBytes", "Format"];

    private static readonly string[] BudgetNames =
        ["Task", "MinimumAccuracy", "Confidence", "MaximumEnergyPerFrameMj", "MaximumAreaMm2", "MinimumLifetimeYears"];

    /// <summary>Tasks.</summary>
    public IReadOnlyList<TaskEntry> Tasks(ITaskItem[] items) => Read(items, "MemtiTask", TaskNames, static item => new TaskEntry
    {
        Name = item.Name,
        Data = item.RequiredText("Data"),
        Classes = item.Whole("Classes", 2, 1_000_000),
        Epochs = item.Whole("Epochs", 1, 10_000),
        Batch = item.Whole("Batch", 2, 4096),
        LearningRate = item.Number("LearningRate", NumberRange.LearningRate),
        Schedule = item.Word("Schedule", "steps", "cosine", "constant"),
        RetrainEpochs = item.Whole("RetrainEpochs", 0, 10_000),
        RetrainLearningRate = item.Number("RetrainLearningRate", NumberRange.LearningRate),
        Seed = item.Whole("Seed", 0, long.MaxValue),
        Weights = item.Text("Weights"),
        Place = item.Place,
    });

    /// <summary>Regions. The memory's name is that of the region unless it says otherwise.</summary>
    public IReadOnlyList<RegionEntry> Regions(ITaskItem[] items) => Read(items, "MemtiRegion", RegionNames, static item => new RegionEntry
    {
        Name = item.Name,
        Memory = item.Text("Memory") ?? item.Name,
        Address = item.Address("Address"),
        CapacityBytes = item.Whole("CapacityBytes", 1, long.MaxValue),
        Formats = item.List("Format"),
        Place = item.Place,
    });

    /// <summary>Budgets.</summary>
    public IReadOnlyList<BudgetEntry> Budgets(ITaskItem[] items) => Read(items, "MemtiBudget", BudgetNames, static item => new BudgetEntry
    {
        Name = item.Name,
        Task = item.Text("Task"),
        MinimumAccuracy = item.Number("MinimumAccuracy", NumberRange.Share),
        Confidence = item.Number("Confidence", new NumberRange(0.5, 0.9999)),
        MaximumEnergyPerFrameMj = item.Number("MaximumEnergyPerFrameMj", NumberRange.Limit),
        MaximumAreaMm2 = item.Number("MaximumAreaMm2", NumberRange.Limit),
        MinimumLifetimeYears = item.Number("MinimumLifetimeYears", NumberRange.Limit),
        Place = item.Place,
    });

    private List<TEntry> Read<TEntry>(ITaskItem[] items, string itemType, string[] known, Func<ItemReader, TEntry> read)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<TEntry>();
        foreach (ItemReader item in items.Select(item => new ItemReader(item, itemType, findings)))
        {
            if (!names.Add(item.Name))
                findings.Error(DiagnosticCode.DuplicateBuildItem, item.Place, $"there are two items of {itemType} with the name '{item.Name}'; use Update to change one.");
            item.WarnOfOthers(known);
            entries.Add(read(item));
        }

        return entries;
    }
}
