using Memti.Abstractions;
using Memti.Scenarios;
using Memti.Training;

namespace Memti.Weights;

/// <summary>Reads the keys of a request; what is wrong becomes a finding.</summary>
internal sealed class WeightRequestDocument(Section root, string path, FindingList findings)
{
    private const int MostTrials = 100_000;
    private const int MostThreads = 1024;

    private readonly RequestPlaces _places = new(findings);

    public WeightRequest? Read()
    {
        root.RefuseOthers(RequestKeys.Root);
        WeightTask[] tasks = [.. Items(RequestKeys.Tasks, required: true).Select(Task).OfType<WeightTask>()];
        WeightRegion[] regions = [.. Items(RequestKeys.Regions, required: false).Select(Region).OfType<WeightRegion>()];
        WeightBudget[] budgets = [.. Items(RequestKeys.Budgets, required: false).Select(Budget).OfType<WeightBudget>()];
        (string? scenario, string? backbone) = (Required(root, RequestKeys.Scenario, "a scenario file"), Required(root, RequestKeys.Backbone, "a weight file, as memti pretrain writes it"));
        (string? output, string? work) = (Required(root, RequestKeys.Output, "a folder"), Required(root, RequestKeys.Work, "a folder"));
        if (scenario is null || backbone is null || output is null || work is null)
            return null;
        return new WeightRequest
        {
            File = path,
            Sha256 = RequestContent.Sha256(root.Node),
            TrainingSha256 = RequestContent.Sha256(root.Node, RequestKeys.Regions),
            Folder = Path.GetFullPath(root.Text(RequestKeys.Folder) ?? ".", Path.GetDirectoryName(Path.GetFullPath(path))!),
            Scenario = scenario,
            Design = root.Text(RequestKeys.Design),
            Set = Texts(root, RequestKeys.Set),
            Backbone = backbone,
            Seed = (ulong)(root.Whole(RequestKeys.Seed, 0, long.MaxValue) ?? 1),
            Threads = (int)(root.Whole(RequestKeys.Threads, 1, MostThreads) ?? 2),
            Validation = Number(root, RequestKeys.Validation, 0.01, 0.9) ?? 0.1,
            Faults = (FaultMode)(root.Word(RequestKeys.Faults, RequestKeys.FaultWords) ?? (int)FaultMode.Fresh),
            Chip = (ulong)(root.Whole(RequestKeys.Chip, 0, long.MaxValue) ?? 0),
            Trials = (int)(root.Whole(RequestKeys.Trials, 2, MostTrials) ?? 10),
            DataFolder = root.Text(RequestKeys.DataFolder),
            PluginPath = Texts(root, RequestKeys.PluginPath),
            Tasks = tasks,
            Regions = regions,
            Budgets = budgets,
            Output = output,
            Work = work,
        };
    }

    private WeightTask? Task(Section item)
    {
        item.RefuseOthers(RequestKeys.OfTask);
        var usual = new TrainingRecipe();
        TrainingSchedule schedule = (TrainingSchedule)(item.Word(RequestKeys.Schedule, RequestKeys.Schedules) ?? (int)TrainingSchedule.Cosine);
        int batch = (int)(item.Whole(RequestKeys.Batch, 2, 4096) ?? usual.Batch);
        var task = new WeightTask(Name(item), Required(item, RequestKeys.Data, "a set of images") ?? "", RequestPlaces.Of(item))
        {
            Classes = (int?)item.Whole(RequestKeys.Classes, 2, 1_000_000),
            Training = Recipe(item, RequestKeys.Epochs, RequestKeys.LearningRate, 20, 0.1, batch, schedule),
            Retraining = Recipe(item, RequestKeys.RetrainEpochs, RequestKeys.RetrainLearningRate, 3, 0.02, batch, schedule),
            Seed = (ulong?)item.Whole(RequestKeys.Seed, 0, long.MaxValue),
            Weights = item.Text(RequestKeys.Weights),
        };
        return task.Name.Length > 0 && task.Data.Length > 0 ? task : null;
    }

    private static TrainingRecipe Recipe(Section item, string epochs, string rate, int usualEpochs, double usualRate, int batch, TrainingSchedule schedule) => new()
    {
        Epochs = (int)(item.Whole(epochs, 1, 10000) ?? usualEpochs),
        LearningRate = Number(item, rate, 0, 100) ?? usualRate,
        Batch = batch,
        Schedule = schedule,
    };

    private WeightRegion? Region(Section item)
    {
        item.RefuseOthers(RequestKeys.OfRegion);
        string name = Name(item);
        string[] formats = Texts(item, RequestKeys.Formats);
        if (name.Length == 0 || Required(item, RequestKeys.Memory, "the name of a memory") is not { } memory || _places.Address(item) is not { } address)
            return null;
        return new WeightRegion(name, memory, address, formats.Length == 0 ? ["bin"] : formats, RequestPlaces.Of(item)) { CapacityBytes = item.Whole(RequestKeys.CapacityBytes, 1, long.MaxValue) };
    }

    private WeightBudget? Budget(Section item)
    {
        item.RefuseOthers(RequestKeys.OfBudget);
        string name = Name(item);
        return name.Length == 0 ? null : new WeightBudget(name, RequestPlaces.Of(item))
        {
            Task = item.Text(RequestKeys.Task),
            MinimumAccuracy = Number(item, RequestKeys.MinimumAccuracy, 0, 1),
            Confidence = Number(item, RequestKeys.Confidence, 0.5, 0.9999) ?? 0.95,
            MaximumEnergyPerFrameMj = Number(item, RequestKeys.MaximumEnergy, 0, 1e12),
            MaximumAreaMm2 = Number(item, RequestKeys.MaximumArea, 0, 1e12),
            MinimumLifetimeYears = Number(item, RequestKeys.MinimumLifetime, 0, 1e12),
        };
    }

    private Section[] Items(string key, bool required)
    {
        if ((required ? root.Require(key, "a list of one or more") : root.Find(key)) is null || root.List(key) is not { } items)
            return [];
        if (required && items.Count == 0)
            findings.OutOfRange(root.Find(key)!, "a list of one or more");
        Section[] sections = [.. items.Select(item => Section.Of(item, findings)).OfType<Section>()];
        _places.RefuseTwice(sections);
        return sections;
    }

    private string Name(Section item) =>
        item.Require(RequestKeys.Name, "a name") is { } node && item.Text(RequestKeys.Name) is { } name && ItemName.Check(name, node.Place, findings) ? name : "";

    private static string? Required(Section section, string key, string permitted) => section.Require(key, permitted) is null ? null : section.Text(key);

    private static double? Number(Section section, string key, double minimum, double maximum) => section.Number(key, new ValueRange(minimum, maximum))?.ToDouble();

    private string[] Texts(Section section, string key) =>
        [.. (section.List(key) ?? []).Select(item => NodeValue.TryReadText(item, findings, out string? text) ? text : null).OfType<string>()];
}
