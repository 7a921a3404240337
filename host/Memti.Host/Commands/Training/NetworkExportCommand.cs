using System.CommandLine;
using System.Globalization;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Training;
using Memti.Documents.Files;
using Memti.Networks.Onnx.Writing;
using Memti.Training.Plans;
using Memti.Training.Trainers;

namespace Memti.Host.Commands.Training;

/// <summary><c>memti networks export</c>: writes a trained network with its adapters, norms and classifier as ONNX.</summary>
internal sealed class NetworkExportCommand
{
    private readonly Option<string> _onnx = new("--onnx")
    {
        Description = "ONNX file to write, whole or not at all.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<bool> _fixed = new("--fixed-point")
    {
        Description = "Write the values that memories store: every parameter in fixed point, as the model's options say.",
    };

    private readonly NetworkSource _source = new();

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
            + "  memti networks export node.memti.yaml --task signs -b samples/backbones/world-w0.25.safetensors "
                + "-w signs.safetensors --onnx signs.onnx");
        export._weights.Weights.Required = true;
        export._source.AddTo(command, export._onnx, export._weights.Backbone, export._weights.Weights, export._fixed);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => export.Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = new TrainingSession(parsed, cancellationToken);
        string file = parsed.GetRequiredValue(_onnx);
        WholeFile.RequireWritable(file);
        if (_source.Choose(parsed, session) is not var (model, task))
            return ExitCode.Findings;
        var kind = new TrainableKind(session.Catalog, model);
        int classes = task.Classes ?? kind.Describe(task.Name, null).Classes;
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
}
