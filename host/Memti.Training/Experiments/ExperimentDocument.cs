using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Training;
using Memti.Documents.Codes;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Kinds;
using Memti.Training.Fluctuation;
using Memti.Training.Plans;

namespace Memti.Training.Experiments;

/// <summary>Reads the keys of an experiment, and collects errors as findings.</summary>
internal sealed class ExperimentDocument(Section root, KindSchemas kinds, FindingList findings)
{
    private readonly ComponentBinder _binder = new(kinds, null, findings);

    public Experiment? Read(string path)
    {
        ExperimentKeys.Root.RefuseOthers(root);
        MappingNode? model = ExperimentKeys.Model.Read(root)?.Node;
        ComponentSpec? component = model is null ? null : Bind(model);
        ComponentSpec? whole = model is null ? null : Bind(Changed(model, root, ExperimentKeys.WholeNetwork));
        Section? study = ExperimentKeys.Fluctuation.Read(root);
        RequireParts();
        Section? backbone = ExperimentKeys.Backbone.Read(root);
        ExperimentTask[] tasks = [.. Items(ExperimentKeys.Tasks).Select(Task).OfType<ExperimentTask>()];
        IEnumerable<Section> storage = model is null ? [] : Items(ExperimentKeys.Storage);
        StorageVariant[] variants = [.. storage.Select(item => Variant(item, model!)).OfType<StorageVariant>()];
        RefuseTwice(ExperimentKeys.Tasks, tasks.Select(static task => task.Name));
        RefuseTwice(ExperimentKeys.Storage, variants.Select(static variant => variant.Name));
        TrainingRecipe adapters = Recipe(root, ExperimentKeys.Adapters);
        Experiment? experiment = component is null || whole is null ? null : Backbone(backbone, new Experiment
        {
            Name = ExperimentKeys.Name.Read(root) ?? Path.GetFileNameWithoutExtension(path),
            File = path,
            Model = component,
            Whole = whole,
            Seed = (ulong)ExperimentKeys.Seed.Read(root),
            Validation = ExperimentKeys.Validation.Read(root),
            DataFolder = ExperimentKeys.DataFolder.Read(root),
            Pretraining = new TrainingRecipe(),
            Adapters = adapters,
            Retraining = Recipe(root, ExperimentKeys.Retraining),
            FromScratch = ExperimentKeys.FromScratch.Read(root) ? Scratch(adapters) : null,
            Tasks = tasks,
            Variants = variants,
            Fluctuation = study is null ? null : Study(study),
            Mode = ExperimentKeys.Faults.Read(root),
            MapsBefore = ExperimentKeys.MapsBefore.Read(root),
            MapsAfter = ExperimentKeys.MapsAfter.Read(root),
        });
        return findings.HasErrors ? null : experiment;
    }

    /// <summary>The model with what a key says in place of its own options. An option without a value would say nothing.</summary>
    private MappingNode Changed(MappingNode model, Section section, DocumentKey<Section?> key)
    {
        if (key.Read(section) is not { } changes)
            return model;
        foreach (MappingEntry entry in changes.Node.Entries.Where(static entry => entry.Value.IsNull))
            findings.WrongType(entry.Value, "a value; without the key, the model's own stays");
        return new MappingNode(
            model.Place, [.. model.Entries.Where(entry => changes.Node.FindEntry(entry.Key) is null), .. changes.Node.Entries]);
    }

    private ComponentSpec? Bind(MappingNode model) => _binder.Bind(model, ExperimentKeys.ModelType);

    private IReadOnlyList<Section> Items(DocumentKey<IReadOnlyList<Section>?> key) => key.Read(root) ?? [];

    /// <summary>A file has storage and a backbone, or a study of fluctuating reads.</summary>
    private void RequireParts()
    {
        Node? storage = ExperimentKeys.Storage.Find(root);
        if (ExperimentKeys.Fluctuation.Find(root) is not { } study)
        {
            if (storage is null)
                findings.Missing(root.Node, ExperimentKeys.Storage.Name, ExperimentKeys.Items);
            if (ExperimentKeys.Backbone.Find(root) is null)
                findings.Missing(root.Node, ExperimentKeys.Backbone.Name, ExperimentKeys.BackboneWords);
        }
        else if (storage is not null)
        {
            findings.Add(
                DiagnosticCode.ValueOutOfRange,
                study.Place,
                "the experiment has both 'storage' and 'fluctuation'; permitted: one of them.",
                permitted: "one of them");
        }
    }

    private FluctuationStudy? Study(Section section)
    {
        string? cell = ExperimentKeys.FluctuationCell.Read(section);
        double? amplitude = ExperimentKeys.Amplitude.Read(section);
        if (cell is null && ExperimentKeys.Amplitude.Find(section) is null)
            findings.Missing(section.Node, ExperimentKeys.FluctuationCell.Name, "the name of a cell, or an amplitude beside it");
        return new FluctuationStudy
        {
            Cell = cell,
            Amplitude = amplitude,
            Exponent = ExperimentKeys.Exponent.Read(section),
            BitStepSeconds = ExperimentKeys.BitStep.Read(section) * 1e-9,
            Seeds = ExperimentKeys.Seeds.Read(section) ?? [1, 2, 3],
            Start = Recipe(section, ExperimentKeys.Start),
            Recipe = Recipe(section, ExperimentKeys.TechniqueRecipe),
            InputBits = ExperimentKeys.InputBits.Read(section),
            ReadLevels = [.. (ExperimentKeys.ReadLevels.Read(section) ?? [0.25, 1, 4]).Order()],
            EnergyWeight = ExperimentKeys.EnergyWeight.Read(section),
            Draws = ExperimentKeys.Draws.Read(section),
            Techniques = ExperimentKeys.Techniques.Read(section) ?? FluctuationTechnique.All,
        };
    }

    private Experiment Backbone(Section? section, Experiment experiment)
    {
        if (section is null)
            return experiment;
        string? file = ExperimentKeys.BackboneFile.Read(section);
        string? data = ExperimentKeys.BackboneData.Read(section);
        if (file is null == data is null)
            RefuseSource(section.Node.Place, file is null ? "neither a file nor data" : "both a file and data");
        return experiment with { BackboneFile = file, BackboneData = data, Pretraining = Recipe(section, ExperimentKeys.BackboneRecipe) };
    }

    private void RefuseSource(SourceLocation place, string what) => findings.Add(
        DiagnosticCode.ValueOutOfRange,
        place,
        $"'{place.Key}' names {what}; permitted: one of them.",
        permitted: ExperimentKeys.BackboneWords);

    private static ExperimentTask? Task(Section item)
    {
        string? name = ExperimentKeys.ItemName.Read(item);
        string? data = ExperimentKeys.TaskData.Read(item);
        return name is null || data is null ? null : new ExperimentTask(name, data);
    }

    private StorageVariant? Variant(Section item, MappingNode model)
    {
        model = Changed(model, item, ExperimentKeys.VariantModel);
        model = WithBits(model, item, ExperimentKeys.WeightBits, SharedBitsKey(model));
        ComponentSpec? bits = Bind(WithBits(model, item, ExperimentKeys.TaskBits, ExperimentKeys.ModelTaskBits));
        var storage = new WeightStorage
        {
            Shared = Memory(item, ExperimentKeys.Shared),
            Task = Memory(item, ExperimentKeys.Task),
            Cells = Cells(item),
            Pruned = ExperimentKeys.Prune.Read(item),
        };
        return ExperimentKeys.ItemName.Read(item) is { } name && bits is not null ? new StorageVariant(name, bits, storage) : null;
    }

    /// <summary>The model's key for the bits of a shared parameter: <c>weight_bits</c> or <c>shared_bits</c>.</summary>
    private string SharedBitsKey(MappingNode model)
    {
        OptionsSchema? schema = model.Find(ExperimentKeys.ModelType.KindKey) is ScalarNode kind
            ? kinds.Find(PluginContract.Model, kind.Text, kind.Place, findings)
            : null;
        return schema?.Find(ExperimentKeys.ModelWeightBits) is null ? ExperimentKeys.ModelSharedBits : ExperimentKeys.ModelWeightBits;
    }

    // The model itself says which bits it takes.
    private static MappingNode WithBits(MappingNode model, Section item, DocumentKey key, string modelKey) => key.Find(item) is not { } bits
        ? model
        : new MappingNode(
            model.Place, [.. model.Entries.Where(entry => entry.Key != modelKey), new MappingEntry(modelKey, bits.Place, bits)]);

    private ComponentSpec? Memory(Section item, DocumentKey<Section?> key) =>
        key.Read(item) is { } section ? _binder.Bind(section.Node, ExperimentKeys.MemoryType) : null;

    private CellVector? Cells(Section item)
    {
        if (ExperimentKeys.Cells.Read(item) is not { } text)
            return null;
        try
        {
            return CellVector.Parse(text);
        }
        catch (MemtiException error)
        {
            Diagnostic finding = error.Diagnostic;
            findings.Add(finding.Code, ExperimentKeys.Cells.Find(item)!.Place, finding.Message, text, finding.Permitted);
            return null;
        }
    }

    private TrainingRecipe Scratch(TrainingRecipe adapters) =>
        ExperimentKeys.ScratchRecipe.Find(root) is null ? adapters : Recipe(root, ExperimentKeys.ScratchRecipe);

    private static TrainingRecipe Recipe(Section section, DocumentKey<Section?> key) =>
        key.Read(section) is { } recipe ? (TrainingRecipe)ExperimentKeys.OfRecipe.Bind(recipe) : new TrainingRecipe();

    private void RefuseTwice(DocumentKey key, IEnumerable<string> names)
    {
        foreach (IGrouping<string, string> same in names.GroupBy(static name => name).Where(static same => same.Skip(1).Any()))
            findings.Add(
                DocumentCodes.DuplicateKey,
                key.Find(root)!.Place,
                $"'{key.Name}' has two items named '{same.Key}'; permitted: one.",
                same.Key,
                "one");
    }
}
