using System.CommandLine;
using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Training;
using Memti.Documents.Files;
using Memti.Documents.Names;
using Memti.Networks.Onnx.Writing;
using Memti.Runs.Planning;
using Memti.Scenarios;
using Memti.Scenarios.Bindings;
using Memti.Scenarios.Designs;
using Memti.Training.Plans;
using Memti.Training.Trainers;

namespace Memti.Host.Commands.Training;

/// <summary><c>memti networks export</c>: writes a trained network with its adapters, norms and classifier as ONNX.</summary>
internal sealed class NetworkExportCommand
{
    private readonly Argument<string> _source = new("network")
    {
        Description = "Scenario file (*.memti.yaml), whose model and tasks are taken, or a model kind such as resnet26-adapters.",
    };

    private readonly Option<string> _onnx = new("--onnx")
    {
        Description = "ONNX file to write, whole or not at all.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string?> _task = new("--task")
    {
        Description = "Task of the network. [default: the only one of the scenario]",
        HelpName = "NAME",
    };

    private readonly Option<int?> _classes = new("--classes")
    {
        Description = "Classes of the task, 2 and more. [default: as the scenario or the model says]",
        HelpName = "N",
    };

    private readonly Option<string[]> _modelSet = new("--model-set")
    {
        Description = "Option of a model kind, such as width=0.25. May be given more than once. See memti describe KIND.",
        HelpName = "KEY=VALUE",
    };

    private readonly Option<string?> _design = new("--design")
    {
        Description = "Design of the scenario. [default: the first]",
        HelpName = "NAME",
    };

    private readonly Option<bool> _fixed = new("--fixed-point")
    {
        Description = "Write the values that memories store: every parameter in fixed point, as the model's options say.",
    };

    private readonly Option<string[]> _set = ScenarioArgument.Set();

    private readonly NetworkOptions _weights = new();

    public static Command Create()
    {
        var export = new NetworkExportCommand();
        var command = new Command(
            "export",
            "Write a trained network with its adapters, batch norms and classifier as an ONNX file of operator set 17. Its input is an "
                + "image, each channel less its mean and over its deviation; the file carries both as input.mean and input.std, on the "
                + "scale 0 to 255.\n"
            + "Examples:\n"
            + "  memti networks export resnet26-adapters --model-set input_px=32 --model-set width=0.25 --task signs --classes 8 "
            + "-b samples/backbones/world-w0.25.safetensors -w signs.safetensors --onnx signs.onnx\n"
            + "  memti networks export node.memti.yaml --task signs -b world.safetensors -w signs.safetensors --onnx signs.onnx");
        command.Arguments.Add(export._source);
        export._weights.Weights.Required = true;
        foreach (Option option in (Option[])[
            export._onnx, export._task, export._classes, export._weights.Backbone, export._weights.Weights, export._fixed, export._modelSet,
            export._set, export._design])
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => export.Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = new TrainingSession(parsed, cancellationToken);
        string file = parsed.GetRequiredValue(_onnx);
        WholeFile.RequireWritable(file);
        if (Network(parsed, session) is not var (model, task))
            return ExitCode.Findings;
        var kind = new TrainableKind(session.Catalog, model);
        int classes = parsed.GetValue(_classes) ?? task.Classes ?? kind.Describe(task.Name, null).Classes;
        NetworkGraph graph = kind.Graph(task.Name, classes);
        using GuardedTrainer trainer = kind.Create(task.Name, classes, new TrainerRequest { Task = 0 });
        Load(parsed, trainer);
        if (parsed.GetValue(_fixed))
        {
            trainer.Quantize(0);
            trainer.TransformCodes(ParameterPart.All, static (_, _) => { });
        }

        WholeFile.Write(file, OnnxWriter.Write(
            graph, parameter => trainer.ReadValues(parameter.Name, parameter.Count), Notes(model.Kind, task.Name, trainer)));
        return session.ExitCode;
    }

    private void Load(ParseResult parsed, GuardedTrainer trainer)
    {
        var weights = WeightSource.Read(parsed.GetValue(_weights.Weights)!);
        if (parsed.GetValue(_weights.Backbone) is { } backbone)
        {
            var shared = WeightSource.Read(backbone);
            TrainingSession.Accept(trainer.Load(ParameterPart.Shared, shared.Bytes, shared.Name));
        }

        ParameterPart part = parsed.GetValue(_weights.Backbone) is null ? ParameterPart.All : ParameterPart.Task;
        TrainingSession.Accept(trainer.Load(part, weights.Bytes, weights.Name));
    }

    private static KeyValuePair<string, string>[] Notes(string kind, string task, GuardedTrainer trainer) =>
    [
        new("model", kind),
        new("task", task),
        .. ((string[])["input.mean", "input.std"]).Select(name => KeyValuePair.Create(
            name,
            string.Join(
                ' ',
                trainer.ReadValues(name, ImageSet.Channels).Select(static value => value.ToString("R", CultureInfo.InvariantCulture))))),
    ];

    /// <summary>The model and the task; null, after printing errors, when they are not usable.</summary>
    private (ComponentSpec Model, TaskRequest Task)? Network(ParseResult parsed, TrainingSession session)
    {
        string source = parsed.GetRequiredValue(_source);
        if (!source.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            return session.Component(PluginContract.Model, source, "--model-set", parsed.GetValue(_modelSet) ?? []) is { } model
                ? (model, new TaskRequest(parsed.GetValue(_task) ?? "task"))
                : null;
        ScenarioResult read = new ScenarioReader(new CatalogKinds(session.Catalog)).ReadFile(source, parsed.GetValue(_set) ?? []);
        if (!TrainingSession.Accept(read.Findings) || read.Scenario is not { } scenario)
            return null;
        string[] names = [.. scenario.Designs.Select(static design => design.Name)];
        if (scenario.Designs.FirstOrDefault(one => (parsed.GetValue(_design) ?? names[0]) == one.Name) is not { } design)
            return Unknown("--design", parsed.GetValue(_design)!, names);
        string[] tasks = [.. design.Tasks.Select(static task => task.Name)];
        string? name = parsed.GetValue(_task) ?? (tasks.Length == 1 ? tasks[0] : null);
        return design.Tasks.FirstOrDefault(task => task.Name == name) is { } found
            ? (design.Network, found)
            : Unknown("--task", name ?? "not given", tasks);
    }

    private static (ComponentSpec Model, TaskRequest Task)? Unknown(string option, string value, string[] known)
    {
        string permitted = string.Join(", ", known);
        string meant = NearestName.Question(value, known) is { } question ? question + " " : "";
        TrainingSession.Refuse(new Diagnostic(DiagnosticCode.UnknownName, $"{option} is {value}; {meant}permitted: {permitted}.")
        {
            Key = option,
            Value = value,
            Permitted = NearestName.Of(value, known) ?? permitted,
        });
        return null;
    }
}
