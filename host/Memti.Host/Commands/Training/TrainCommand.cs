using System.CommandLine;
using Memti.Abstractions.Training;
using Memti.Host.Rendering.Training;
using Memti.Training.Plans;
using Memti.Training.Runs;
using Memti.Training.Trainers;

namespace Memti.Host.Commands.Training;

/// <summary><c>memti pretrain</c> and <c>memti train</c>: train weights in floating point.</summary>
internal sealed class TrainCommand
{
    private readonly NetworkOptions _network = new();
    private readonly RecipeOptions _recipe = new();
    private readonly Option<string> _format = FormatOption.TableJsonCsv();
    private readonly Option<bool> _fromScratch = new("--from-scratch")
    {
        Description = "Train all parameters from random values, without a backbone."
    };
    private readonly Option<bool> _half = new("--half-precision")
    {
        Description = "Write weights in 16-bit floating point, half the size."
    };
    private readonly bool _pretrains;

    private TrainCommand(bool pretrains) => _pretrains = pretrains;

    public static Command CreatePretrain() => new TrainCommand(pretrains: true).Create(
        "pretrain",
        "Train a whole network. Its shared parameters are then the backbone of other tasks.\n"
        + "Example:\n"
        + "  memti pretrain --data generated:world -o backbone.safetensors --model-set input_px=32 --model-set width=0.25 --model-set "
        + "adapters=none --epochs 20");

    public static Command CreateTrain()
    {
        var train = new TrainCommand(pretrains: false);
        Command command = train.Create(
            "train",
            "Train the parameters of a task on top of a frozen backbone, or a whole network from scratch.\n"
            + "Examples:\n"
            + "  memti train --data generated:signs -b samples/backbones/world-w0.25.safetensors -o signs.safetensors --epochs 6 "
            + "--model-set input_px=32 --model-set width=0.25\n"
            + "  memti train --data generated:signs --from-scratch -o signs-alone.safetensors --model-set input_px=32 --model-set "
            + "width=0.25 --model-set adapters=none");
        command.Options.Add(train._fromScratch);
        command.Validators.Add(result =>
        {
            if (result.GetValue(train._fromScratch) == (result.GetResult(train._network.Backbone) is not null))
                result.AddError("say what training begins with: one of --backbone and --from-scratch.");
        });
        return command;
    }

    private Command Create(string name, string description)
    {
        var command = new Command(name, description);
        _network.AddTo(command, _pretrains ? [] : [_network.Backbone]);
        _recipe.AddTo(command);
        command.Options.Add(_half);
        command.Options.Add(_format);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = new TrainingSession(parsed, cancellationToken);
        TrainedPart trained = _pretrains || parsed.GetValue(_fromScratch) ? TrainedPart.Everything : TrainedPart.TaskSpecific;
        if (_network.Plan(parsed, session, cancellationToken) is not { } network
            || _recipe.Plan(parsed, network, trained) is not { } recipe)
            return ExitCode.Usage;
        TrainingPlan plan = recipe with { HalfPrecision = parsed.GetValue(_half) };
        TrainingOutcome outcome = TrainingResult.Train(plan, session, cancellationToken);
        NetworkPlan result = network with { Weights = new WeightSource(_recipe.Output(parsed), outcome.Weights) };
        using GuardedTrainer trainer = result.Create();
        ImageScore? test = network.Data.Test.Count > 0 ? Scoring.Score(trainer, network.Data.Test, cancellationToken) : null;
        TrainingResult.Save(_recipe.Output(parsed), plan, outcome, session, report => report["test_accuracy"] = test?.Accuracy);
        Console.Out.Write(TrainingText.Render(plan.Identity(session.Catalog), outcome, test, parsed.GetRequiredValue(_format)));
        return session.ExitCode;
    }
}
