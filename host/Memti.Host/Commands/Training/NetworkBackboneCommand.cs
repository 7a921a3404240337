using System.CommandLine;
using Memti.Abstractions.Training;
using Memti.Documents.Files;
using Memti.Training.Trainers;

namespace Memti.Host.Commands.Training;

/// <summary>
/// <c>memti networks backbone</c>: writes the parameters that tasks share, as the network's own file has them, for the commands, builds and
/// experiments that take a backbone.
/// </summary>
internal sealed class NetworkBackboneCommand
{
    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Weight file (safetensors) to write, whole or not at all.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly NetworkSource _source = new();

    public static Command Create()
    {
        var backbone = new NetworkBackboneCommand();
        var command = new Command(
            "backbone",
            "Write the parameters that tasks share, as the network's own file has them: what --backbone, MemtiBackbone and experiments "
                + "take. For networks that bring their weights, such as torch-network with an ONNX file.\n"
            + "Examples:\n"
            + "  memti networks backbone node.memti.yaml --task signs -o backbone.safetensors\n"
            + "  memti networks backbone torch-network --model-set file=mobile.onnx --model-set input_px=32 --classes 10 "
            + "-o backbone.safetensors");
        backbone._source.AddTo(command, backbone._output);
        command.SetAction(
            (parsed, cancellationToken) => Task.Run(() => backbone.Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = new TrainingSession(parsed, cancellationToken);
        string file = parsed.GetRequiredValue(_output);
        WholeFile.RequireWritable(file);
        if (_source.Choose(parsed, session) is not var (model, task))
            return ExitCode.Findings;
        var kind = new TrainableKind(session.Catalog, model);
        int classes = task.Classes ?? kind.Describe(task.Name, null).Classes;
        using GuardedTrainer trainer = kind.Create(task.Name, classes, new TrainerRequest { Task = 0 });
        WholeFile.Write(file, trainer.Save(ParameterPart.Shared));
        return session.ExitCode;
    }
}
