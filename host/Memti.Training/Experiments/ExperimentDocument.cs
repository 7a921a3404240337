using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Training;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Scenarios.Components;
using Memti.Scenarios.Kinds;
using Memti.Training.Faults;
using Memti.Training.Plans;

namespace Memti.Training.Experiments;

/// <summary>Reads the keys of an experiment; what is wrong becomes a finding.</summary>
internal sealed class ExperimentDocument(Section root, KindSchemas kinds, FindingList findings)
{
    private static readonly ValueRange Shares = new(0, 0.99);

    private readonly ComponentBinder _binder = new(kinds, null, findings);

    public Experiment? Read(string path)
    {
        root.RefuseOthers(ExperimentKeys.Root);
        var model = Required(ExperimentKeys.Model, "a model kind with its options") as MappingNode;
        ComponentSpec? component = model is null ? null : _binder.Bind(model, KindCategory.Model, [ExperimentKeys.Kind]);
        ComponentSpec? whole = model is null ? null : _binder.Bind(Changed(model, root, ExperimentKeys.WholeNetwork), KindCategory.Model, [ExperimentKeys.Kind]);
        Section? backbone = Required(ExperimentKeys.Backbone, "file, or data with a recipe") is { } node ? Section.Of(node, findings) : null;
        ExperimentTask[] tasks = [.. Items(ExperimentKeys.Tasks).Select(Task).OfType<ExperimentTask>()];
        StorageVariant[] variants = model is null ? [] : [.. Items(ExperimentKeys.Storage).Select(item => Variant(item, model)).OfType<StorageVariant>()];
        RefuseTwice(ExperimentKeys.Tasks, tasks.Select(static task => task.Name));
        RefuseTwice(ExperimentKeys.Storage, variants.Select(static variant => variant.Name));
        TrainingRecipe adapters = Recipe(root, ExperimentKeys.Adapters);
        Experiment? experiment = component is null || whole is null || backbone is null ? null : Backbone(backbone, new Experiment
        {
            Name = root.Text(ExperimentKeys.Name) ?? Path.GetFileNameWithoutExtension(path),
            File = path,
            Model = component,
            Whole = whole,
            Seed = (ulong)(root.Whole(ExperimentKeys.Seed, 0, long.MaxValue) ?? 1),
            Validation = root.Number(ExperimentKeys.Validation, new ValueRange(0.01, 0.9))?.ToDouble() ?? 0.1,
            DataFolder = root.Text(ExperimentKeys.DataFolder),
            Pretraining = new TrainingRecipe(),
            Adapters = adapters,
            Retraining = Recipe(root, ExperimentKeys.Retraining),
            FromScratch = root.Word(ExperimentKeys.FromScratch, "false", "true") is 1 ? Scratch(adapters) : null,
            Tasks = tasks,
            Variants = variants,
            Mode = (FaultMode)(root.Word(ExperimentKeys.Faults, ExperimentKeys.FaultWords) ?? 0),
            MapsBefore = (int)(root.Whole(ExperimentKeys.MapsBefore, 1, ExperimentKeys.MostMaps) ?? 25),
            MapsAfter = (int)(root.Whole(ExperimentKeys.MapsAfter, 1, ExperimentKeys.MostMaps) ?? 5),
        });
        return findings.HasErrors ? null : experiment;
    }

    /// <summary>The model with what a key says in place of its own options.</summary>
    private static MappingNode Changed(MappingNode model, Section section, string key) => section.Mapping(key) is not { } changes
        ? model
        : new MappingNode(model.Place, [.. model.Entries.Where(entry => changes.Find(entry.Key) is null), .. changes.Node.Entries]);

    private Node? Required(string key, string permitted) => root.Require(key, permitted);

    private IEnumerable<Section> Items(string key)
    {
        if (Required(key, "a list of one or more") is null || root.List(key) is not { } items)
            return [];
        if (items.Count == 0)
            findings.OutOfRange(root.Find(key)!, "a list of one or more");
        return items.Select(item => Section.Of(item, findings)).OfType<Section>();
    }

    private Experiment Backbone(Section section, Experiment experiment)
    {
        section.RefuseOthers(ExperimentKeys.OfBackbone);
        string? file = section.Text(ExperimentKeys.File);
        string? data = section.Text(ExperimentKeys.Data);
        if (file is null == data is null)
            findings.Add(DiagnosticCode.ValueOutOfRange, section.Node.Place, $"'{section.Node.Place.Key}' names {(file is null ? "neither a file nor data" : "both a file and data")}; permitted: one of them.", permitted: "file, or data with a recipe");
        return experiment with { BackboneFile = file, BackboneData = data, Pretraining = Recipe(section, ExperimentKeys.Recipe) };
    }

    private ExperimentTask? Task(Section item)
    {
        item.RefuseOthers(ExperimentKeys.OfTask);
        string? name = Name(item);
        item.Require(ExperimentKeys.Data, "a set of images");
        return name is not null && item.Text(ExperimentKeys.Data) is { } data ? new ExperimentTask(name, data) : null;
    }

    private StorageVariant? Variant(Section item, MappingNode model)
    {
        item.RefuseOthers(ExperimentKeys.OfStorage);
        model = Changed(model, item, ExperimentKeys.Model);
        ComponentSpec? bits = _binder.Bind(WithBits(WithBits(model, item, ExperimentKeys.WeightBits, SharedBitsKey(model)), item, ExperimentKeys.TaskBits, ExperimentKeys.ModelTaskBits), KindCategory.Model, [ExperimentKeys.Kind]);
        var storage = new WeightStorage
        {
            Shared = Memory(item, ExperimentKeys.Shared),
            Task = Memory(item, ExperimentKeys.Task),
            Cells = Cells(item),
            Pruned = item.Number(ExperimentKeys.Prune, Shares)?.ToDouble() ?? 0,
        };
        return Name(item) is { } name && bits is not null ? new StorageVariant(name, bits, storage) : null;
    }

    private string? Name(Section item)
    {
        item.Require(ExperimentKeys.Name, "a name");
        return item.Text(ExperimentKeys.Name) is { } name && ItemName.Check(name, item.Find(ExperimentKeys.Name)!.Place, findings) ? name : null;
    }

    /// <summary>What the model calls the bits of a shared parameter: <c>weight_bits</c>, or <c>shared_bits</c>.</summary>
    private string SharedBitsKey(MappingNode model) =>
        model.Find(ExperimentKeys.Kind) is ScalarNode kind && kinds.Find(KindCategory.Model, kind.Text, kind.Place, findings)?.Find(ExperimentKeys.WeightBits) is not null
            ? ExperimentKeys.WeightBits
            : ExperimentKeys.ModelSharedBits;

    private static MappingNode WithBits(MappingNode model, Section item, string key, string modelKey) => item.Find(key) is not { } bits
        ? model
        : new MappingNode(model.Place, [.. model.Entries.Where(entry => entry.Key != modelKey), new MappingEntry(modelKey, bits.Place, bits)]);

    private ComponentSpec? Memory(Section item, string key) => item.Mapping(key) is { } section ? _binder.Bind(section.Node, KindCategory.Memory, [ExperimentKeys.Kind]) : null;

    private CellVector? Cells(Section item)
    {
        if (item.Text(ExperimentKeys.Cells) is not { } text)
            return null;
        try
        {
            return CellVector.Parse(text);
        }
        catch (MemtiException error)
        {
            findings.Add(error.Diagnostic.Code, item.Find(ExperimentKeys.Cells)!.Place, error.Diagnostic.Message, text, error.Diagnostic.Permitted);
            return null;
        }
    }

    private TrainingRecipe Scratch(TrainingRecipe adapters) => root.Find(ExperimentKeys.ScratchRecipe) is null ? adapters : Recipe(root, ExperimentKeys.ScratchRecipe);

    private TrainingRecipe Recipe(Section section, string key)
    {
        var recipe = new TrainingRecipe();
        if (section.Mapping(key) is not { } mapping)
            return recipe;
        OptionsSchema schema = OptionsSchema.Create(typeof(TrainingRecipe));
        mapping.RefuseOthers([.. schema.Parameters.Select(static parameter => parameter.Key)]);
        foreach (ParameterDescriptor parameter in schema.Parameters)
            if (mapping.Find(parameter.Key) is { } node && parameter.TryRead(node, findings, out object? value))
                parameter.Set(recipe, value);
        return recipe;
    }

    private void RefuseTwice(string key, IEnumerable<string> names)
    {
        foreach (IGrouping<string, string> same in names.GroupBy(static name => name).Where(static same => same.Skip(1).Any()))
            findings.Add(DiagnosticCode.DuplicateKey, root.Find(key)!.Place, $"'{key}' has two items named '{same.Key}'; permitted: one.", same.Key, "one");
    }
}
