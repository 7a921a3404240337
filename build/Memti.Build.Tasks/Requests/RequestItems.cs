using Microsoft.Build.Framework;

namespace Memti.Build.Tasks.Requests;

/// <summary>Reads the items of a project: tasks, regions and budgets.</summary>
/// <param name="findings">Receives the errors.</param>
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
        Classes = item.Whole("Classes"),
        Epochs = item.Whole("Epochs"),
        Batch = item.Whole("Batch"),
        LearningRate = item.Number("LearningRate"),
        Schedule = item.Word("Schedule", "steps", "cosine", "constant"),
        RetrainEpochs = item.Whole("RetrainEpochs"),
        RetrainLearningRate = item.Number("RetrainLearningRate"),
        Seed = item.Whole("Seed"),
        Weights = item.Text("Weights"),
        Place = item.Place,
    });

    /// <summary>Regions. The memory has the name of the region unless the item states another.</summary>
    public IReadOnlyList<RegionEntry> Regions(ITaskItem[] items) => Read(items, "MemtiRegion", RegionNames, static item => new RegionEntry
    {
        Name = item.Name,
        Memory = item.Text("Memory") ?? item.Name,
        Address = item.Address("Address"),
        CapacityBytes = item.Whole("CapacityBytes"),
        Formats = item.List("Format"),
        Place = item.Place,
    });

    /// <summary>Budgets.</summary>
    public IReadOnlyList<BudgetEntry> Budgets(ITaskItem[] items) => Read(items, "MemtiBudget", BudgetNames, static item => new BudgetEntry
    {
        Name = item.Name,
        Task = item.Text("Task"),
        MinimumAccuracy = item.Number("MinimumAccuracy"),
        Confidence = item.Number("Confidence"),
        MaximumEnergyPerFrameMj = item.Number("MaximumEnergyPerFrameMj"),
        MaximumAreaMm2 = item.Number("MaximumAreaMm2"),
        MinimumLifetimeYears = item.Number("MinimumLifetimeYears"),
        Place = item.Place,
    });

    private List<TEntry> Read<TEntry>(ITaskItem[] items, string itemType, string[] known, Func<ItemReader, TEntry> read)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<TEntry>();
        foreach (ItemReader item in items.Select(item => new ItemReader(item, itemType, findings)))
        {
            if (!names.Add(item.Name))
                findings.Error(
                    BuildCodes.DuplicateBuildItem,
                    item.Place,
                    $"there are two items of {itemType} with the name '{item.Name}'; use Update to change one.");
            // A misspelt name would otherwise leave the default in force without a word.
            item.WarnOfOthers(known);
            entries.Add(read(item));
        }

        return entries;
    }
}
