using System.CommandLine;
using Memti.Abstractions.Plugins;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Sources;
using Memti.Training.Plans;
using Memti.Training.Trainers;

namespace Memti.Host.Commands.Training;

/// <summary>Options of every command that trains or evaluates a network, and the network that they form.</summary>
internal sealed class NetworkOptions
{
    private const string DefaultModel = "resnet26-adapters";
    private const int MostThreads = 1024;
    private const string ModelSetName = "--model-set";

    private readonly Option<string> _data = new("--data", "-d")
    {
        Description = "Dataset: a drawn task such as generated:signs, a folder, or the prefix of IDX files; options follow a question mark (generated:signs?classes=4&train=400).",
        HelpName = "DATA",
        DefaultValueFactory = static _ => DatasetSource.Default,
    };

    private readonly Option<string> _model = new("--model") { Description = "Model kind of a plugin that can be trained.", HelpName = "KIND", DefaultValueFactory = static _ => DefaultModel };

    private readonly Option<string[]> _modelSet = new(ModelSetName) { Description = "Option of the model, such as width=0.25. May be given more than once. See memti describe KIND.", HelpName = "KEY=VALUE" };

    private readonly Option<long> _seed = new("--seed") { Description = "Seed of initial weights, order, augmentation and faults (0 to 2^63 - 1).", HelpName = "N", DefaultValueFactory = static _ => 1 };

    private readonly Option<int> _threads = new("--threads", "-t")
    {
        Description = "Threads of one step (1 to 1024). Results depend on this number, because sums in another order round differently.",
        HelpName = "N",
        DefaultValueFactory = static _ => Environment.ProcessorCount,
    };

    private readonly Option<double> _validation = new("--validation") { Description = "Share of the training pictures used to choose the best epoch (0.01 to 0.9).", HelpName = "SHARE", DefaultValueFactory = static _ => 0.1 };

    public NetworkOptions()
    {
        Require(_seed, static seed => seed >= 0, "0 to 9223372036854775807");
        Require(_threads, static threads => threads is >= 1 and <= MostThreads, "1 to 1024");
        Require(_validation, static share => share is >= 0.01 and <= 0.9, "0.01 to 0.9");
    }

    /// <summary>Weight file of the backbone.</summary>
    public Option<string?> Backbone { get; } = new("--backbone", "-b") { Description = "Weight file (safetensors) with the shared parameters, as memti pretrain writes it.", HelpName = "FILE" };

    /// <summary>Weight file of the task.</summary>
    public Option<string?> Weights { get; } = new("--weights", "-w") { Description = "Weight file (safetensors) with the parameters of the task, as memti train writes it. Without a backbone, it also holds the shared ones.", HelpName = "FILE" };

    public void AddTo(Command command, params Option[] weights)
    {
        foreach (Option option in (Option[])[_data, .. weights, _model, _modelSet, _seed, _threads, _validation])
            command.Options.Add(option);
    }

    /// <summary>The network; null, after printing errors, when the model is not usable.</summary>
    public NetworkPlan? Plan(ParseResult parsed, TrainingSession session, CancellationToken cancellationToken)
    {
        if (session.Component(PluginContract.Model, parsed.GetRequiredValue(_model), ModelSetName, parsed.GetValue(_modelSet) ?? []) is not { } model)
            return null;
        Dataset data = DatasetSource.Read(parsed.GetRequiredValue(_data), new DatasetOptions { ValidationShare = parsed.GetValue(_validation) }, cancellationToken);
        return new NetworkPlan(new TrainableKind(session.Catalog, model), data)
        {
            Backbone = Source(parsed, Backbone),
            Weights = Source(parsed, Weights),
            Seed = (ulong)parsed.GetValue(_seed),
            Threads = parsed.GetValue(_threads),
        };
    }

    /// <summary>Adds a range check to an option.</summary>
    public static void Require<T>(Option<T> option, Func<T, bool> permitted, string range) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && !result.Errors.Any() && !permitted(result.GetValue(option)!))
            result.AddError($"{option.Name} is out of range; permitted: {range}.");
    });

    private static WeightSource? Source(ParseResult parsed, Option<string?> option) =>
        parsed.GetResult(option) is not null && parsed.GetValue(option) is { } file ? WeightSource.Read(file) : null;
}
