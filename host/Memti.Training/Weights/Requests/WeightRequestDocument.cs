using Memti.Abstractions.Training;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Training.Faults;

namespace Memti.Training.Weights.Requests;

/// <summary>Reads the keys of a request; what is wrong becomes a finding.</summary>
internal sealed class WeightRequestDocument(Section root, string path, FindingList findings)
{
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
            Seed = (ulong)RequestNumbers.Seed.Read(root)!,
            Threads = (int)RequestNumbers.Threads.Read(root)!,
            Validation = RequestNumbers.Validation.Read(root)!.Value,
            Faults = (FaultMode)(root.Word(RequestKeys.Faults, RequestKeys.FaultWords) ?? (int)FaultMode.Fresh),
            Chip = (ulong)RequestNumbers.Chip.Read(root)!,
            Trials = (int)RequestNumbers.Trials.Read(root)!,
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
        TrainingSchedule schedule = (TrainingSchedule)(item.Word(RequestKeys.Schedule, RequestKeys.Schedules) ?? (int)TrainingSchedule.Cosine);
        long retraining = RequestNumbers.RetrainEpochs.Read(item)!.Value;
        var task = new WeightTask(Name(item), Required(item, RequestKeys.Data, "a set of images") ?? "", RequestPlaces.Of(item))
        {
            Classes = (int?)RequestNumbers.Classes.Read(item),
            Training = Recipe(item, RequestNumbers.Epochs.Read(item)!.Value, RequestNumbers.LearningRate, schedule),
            Retraining = retraining == 0 ? null : Recipe(item, retraining, RequestNumbers.RetrainLearningRate, schedule),
            Seed = (ulong?)RequestNumbers.OwnSeed.Read(item),
            Weights = item.Text(RequestKeys.Weights),
        };
        return task.Name.Length > 0 && task.Data.Length > 0 ? task : null;
    }

    private static TrainingRecipe Recipe(Section item, long epochs, NumberKey rate, TrainingSchedule schedule) => new()
    {
        Epochs = (int)epochs,
        LearningRate = rate.Read(item)!.Value,
        Batch = (int)RequestNumbers.Batch.Read(item)!,
        Schedule = schedule,
    };

    private WeightRegion? Region(Section item)
    {
        item.RefuseOthers(RequestKeys.OfRegion);
        string name = Name(item);
        string[] formats = Texts(item, RequestKeys.Formats);
        if (name.Length == 0 || Required(item, RequestKeys.Memory, "the name of a memory") is not { } memory || _places.Address(item) is not { } address)
            return null;
        return new WeightRegion(name, memory, address, formats.Length == 0 ? ["bin"] : formats, RequestPlaces.Of(item)) { CapacityBytes = RequestNumbers.CapacityBytes.Read(item) };
    }

    private WeightBudget? Budget(Section item)
    {
        item.RefuseOthers(RequestKeys.OfBudget);
        string name = Name(item);
        return name.Length == 0 ? null : new WeightBudget(name, RequestPlaces.Of(item))
        {
            Task = item.Text(RequestKeys.Task),
            MinimumAccuracy = RequestNumbers.MinimumAccuracy.Read(item),
            Confidence = RequestNumbers.Confidence.Read(item)!.Value,
            MaximumEnergyPerFrameMj = RequestNumbers.MaximumEnergy.Read(item),
            MaximumAreaMm2 = RequestNumbers.MaximumArea.Read(item),
            MinimumLifetimeYears = RequestNumbers.MinimumLifetime.Read(item),
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

    private string[] Texts(Section section, string key) =>
        [.. (section.List(key) ?? []).Select(item => NodeValue.TryReadText(item, findings, out string? text) ? text : null).OfType<string>()];
}
