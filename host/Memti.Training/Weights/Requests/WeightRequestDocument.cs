using Memti.Abstractions.Training;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Training.Weights.Requests;

/// <summary>Reads the keys of a request, and collects errors as findings.</summary>
internal sealed class WeightRequestDocument(Section root, string path, FindingList findings)
{
    private readonly RequestPlaces _places = new(findings);

    public WeightRequest? Read()
    {
        RequestKeys.Root.RefuseOthers(root);
        WeightTask[] tasks = [.. Items(RequestKeys.Tasks).Select(Task).OfType<WeightTask>()];
        WeightRegion[] regions = [.. Items(RequestKeys.Regions).Select(Region).OfType<WeightRegion>()];
        WeightBudget[] budgets = [.. Items(RequestKeys.Budgets).Select(Budget).OfType<WeightBudget>()];
        (string? scenario, string? backbone) = (RequestKeys.Scenario.Read(root), RequestKeys.Backbone.Read(root));
        (string? output, string? work) = (RequestKeys.Output.Read(root), RequestKeys.Work.Read(root));
        if (scenario is null || backbone is null || output is null || work is null)
            return null;
        return new WeightRequest
        {
            File = path,
            Sha256 = RequestContent.Sha256(root.Node),
            TrainingSha256 = RequestContent.Sha256(root.Node, RequestKeys.Regions),
            Folder = Path.GetFullPath(RequestKeys.Folder.Read(root) ?? ".", Path.GetDirectoryName(Path.GetFullPath(path))!),
            Scenario = scenario,
            Design = RequestKeys.Design.Read(root),
            Set = RequestKeys.Set.Read(root) ?? [],
            Engine = RequestKeys.Engine.Read(root),
            Backbone = backbone,
            Seed = (ulong)RequestKeys.Seed.Read(root),
            Threads = RequestKeys.Threads.Read(root),
            Validation = RequestKeys.Validation.Read(root),
            Faults = RequestKeys.Faults.Read(root),
            Chip = (ulong)RequestKeys.Chip.Read(root),
            Trials = RequestKeys.Trials.Read(root),
            DataFolder = RequestKeys.DataFolder.Read(root),
            PluginPath = RequestKeys.PluginPath.Read(root) ?? [],
            Tasks = tasks,
            Regions = regions,
            Budgets = budgets,
            Output = output,
            Work = work,
        };
    }

    private static WeightTask? Task(Section item)
    {
        (string? name, string? data) = (RequestKeys.Name.Read(item), RequestKeys.Data.Read(item));
        int retraining = RequestKeys.RetrainEpochs.Read(item);
        TrainingRecipe trained = Recipe(item, RequestKeys.Epochs.Read(item), RequestKeys.LearningRate);
        TrainingRecipe? retrained = retraining == 0 ? null : Recipe(item, retraining, RequestKeys.RetrainLearningRate);
        int? classes = RequestKeys.Classes.Read(item);
        long? seed = RequestKeys.OwnSeed.Read(item);
        string? weights = RequestKeys.Weights.Read(item);
        return name is null || data is null ? null : new WeightTask(name, data, RequestPlaces.Of(item))
        {
            Classes = classes,
            Training = trained,
            Retraining = retrained,
            Seed = (ulong?)seed,
            Weights = weights,
        };
    }

    private static TrainingRecipe Recipe(Section item, int epochs, DocumentKey<double> rate) => new()
    {
        Epochs = epochs,
        LearningRate = rate.Read(item),
        Batch = RequestKeys.Batch.Read(item),
        Schedule = RequestKeys.Schedule.Read(item),
    };

    private WeightRegion? Region(Section item)
    {
        (string? name, string? memory) = (RequestKeys.Name.Read(item), RequestKeys.Memory.Read(item));
        IReadOnlyList<string> formats = RequestKeys.Formats.Read(item) ?? [];
        if (name is null || memory is null || _places.Address(item) is not { } address)
            return null;
        return new WeightRegion(name, memory, address, formats.Count == 0 ? ["bin"] : formats, RequestPlaces.Of(item))
        {
            CapacityBytes = RequestKeys.CapacityBytes.Read(item),
        };
    }

    private static WeightBudget? Budget(Section item)
    {
        if (RequestKeys.Name.Read(item) is not { } name)
            return null;
        return new WeightBudget(name, RequestPlaces.Of(item))
        {
            Task = RequestKeys.Task.Read(item),
            MinimumAccuracy = RequestKeys.MinimumAccuracy.Read(item),
            Confidence = RequestKeys.Confidence.Read(item),
            MaximumEnergyPerFrameMj = RequestKeys.MaximumEnergy.Read(item),
            MaximumAreaMm2 = RequestKeys.MaximumArea.Read(item),
            MinimumLifetimeYears = RequestKeys.MinimumLifetime.Read(item),
        };
    }

    private IReadOnlyList<Section> Items(DocumentKey<IReadOnlyList<Section>?> key)
    {
        IReadOnlyList<Section> items = key.Read(root) ?? [];
        _places.RefuseTwice(items);
        return items;
    }
}
