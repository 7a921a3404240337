using System.CommandLine;
using Memti.Abstractions.Plugins;
using Memti.Host.Rendering;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Sources;
using Memti.Training.Plans;
using Memti.Training.Trainers;

namespace Memti.Host.Commands.Training;

/// <summary>Options of every command that trains or evaluates a network, and the network that they form.</summary>
internal sealed class NetworkOptions
{
    private const string DefaultModel = "resnet26-adapters";
    private const string ModelSetName = "--model-set";

    private readonly Option<string> _data = new("--data", "-d")
    {
        Description = "Dataset: a drawn task such as generated:signs, a folder, or the prefix of IDX files; options follow a question "
            + "mark (generated:signs?classes=4&train=400).",
        HelpName = "DATA",
        DefaultValueFactory = static _ => DatasetSource.Default,
    };

    private readonly Option<string> _model = new("--model")
    {
        Description = "Model kind of a plugin that can be trained.",
        HelpName = "KIND",
        DefaultValueFactory = static _ => DefaultModel
    };

    private readonly Option<string[]> _modelSet = new(ModelSetName)
    {
        Description = "Option of the model, such as width=0.25. May be given more than once. See memti describe KIND.",
        HelpName = "KEY=VALUE"
    };

    private readonly Option<string?> _engine = new("--engine")
    {
        Description = "What computes: managed, or a training engine of a plugin, such as torch. Short for --model-set engine=NAME.",
        HelpName = "NAME"
    };

    private readonly Option<long> _seed = new KeyOption<long>(TrainingKeys.Seed);

    private readonly Option<int> _threads = new KeyOption<int>(TrainingKeys.Threads, "-t");

    private readonly Option<double> _validation = new KeyOption<double>(TrainingKeys.Validation);

    /// <summary>Weight file of the backbone.</summary>
    public Option<string?> Backbone { get; } = new("--backbone", "-b")
    {
        Description = "Weight file (safetensors) with the shared parameters, as memti pretrain writes it.",
        HelpName = "FILE"
    };

    /// <summary>Weight file of the task.</summary>
    public Option<string?> Weights { get; } = new("--weights", "-w")
    {
        Description = "Weight file (safetensors) with the parameters of the task, as memti train writes it. Without a backbone, it "
            + "also holds the shared ones.",
        HelpName = "FILE"
    };

    public void AddTo(Command command, params Option[] weights)
    {
        foreach (Option option in (Option[])[_data, .. weights, _model, _modelSet, _engine, _seed, _threads, _validation])
            command.Options.Add(option);
    }

    /// <summary>The network; null, after printing errors, when the model is not usable.</summary>
    public NetworkPlan? Plan(ParseResult parsed, TrainingSession session, CancellationToken cancellationToken)
    {
        if (session.Component(
            PluginContract.Model, parsed.GetRequiredValue(_model), ModelSetName, Options(parsed)) is not { } model)
            return null;
        Dataset data = DatasetSource.Read(
            parsed.GetRequiredValue(_data), new DatasetOptions { ValidationShare = parsed.GetValue(_validation) }, cancellationToken);
        Console.Error.Write(DatasetDescription.NotUsed(data));
        return new NetworkPlan(new TrainableKind(session.Catalog, model), data)
        {
            Backbone = Source(parsed, Backbone),
            Weights = Source(parsed, Weights),
            Seed = (ulong)parsed.GetValue(_seed),
            Threads = parsed.GetValue(_threads),
            Noticed = new OncePerNotice(static notice => TrainingSession.Accept([notice])).Tell,
        };
    }

    private string[] Options(ParseResult parsed)
    {
        string[] set = parsed.GetValue(_modelSet) ?? [];
        return parsed.GetValue(_engine) is { } engine ? [.. set, "engine=" + engine] : set;
    }

    private static WeightSource? Source(ParseResult parsed, Option<string?> option) =>
        parsed.GetResult(option) is not null && parsed.GetValue(option) is { } file ? WeightSource.Read(file) : null;
}
