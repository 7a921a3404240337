using System.CommandLine;
using Memti.Abstractions.Training;
using Memti.Host.Rendering.Training;
using Memti.Training.Evaluation;
using Memti.Training.Faults;
using Memti.Training.Plans;
using Memti.Training.Runs;

namespace Memti.Host.Commands.Training;

/// <summary><c>memti retrain</c>: retrains the parameters of a task against the faults of the memories, and compares before and
/// after.</summary>
internal sealed class RetrainCommand
{
    private readonly NetworkOptions _network = new();
    private readonly StorageOptions _storage = new();
    private readonly RecipeOptions _recipe = new();
    private readonly Option<string> _format = FormatOption.TableJsonCsv();
    private readonly Option<bool> _fresh = new("--fresh")
    {
        Description = "New faults before every step: the result is for a fleet of chips. Without it: the faults of one chip throughout."
    };
    private readonly Option<long?> _chip = new KeyOption<long?>(TrainingKeys.Chip, "-c");
    private readonly Option<int> _trials = new KeyOption<int>(TrainingKeys.JudgedChips);

    public static Command Create()
    {
        var retrain = new RetrainCommand();
        var command = new Command(
            "retrain",
            "Retrain the parameters of a task against the faults of the memories that hold the weights, and compare the accuracy on "
                + "test pictures before and after.\n"
            + "Examples:\n"
            + "  memti retrain --data generated:signs -b samples/backbones/world-w0.25.safetensors -w signs.safetensors --model-set "
            + "input_px=32 --model-set width=0.25 --memory rram --memory-set bits_per_cell=3 --chip 4 -o chip4.safetensors --epochs 5 "
            + "--learning-rate 0.01\n"
            + "  memti retrain --data generated:signs -b samples/backbones/world-w0.25.safetensors -w signs.safetensors --model-set "
            + "input_px=32 --model-set width=0.25 --memory rram --memory-set bits_per_cell=3 --fresh --trials 25 -o fleet.safetensors");
        retrain._network.Weights.Required = true;
        retrain._network.AddTo(command, retrain._network.Backbone, retrain._network.Weights);
        retrain._storage.AddTo(command);
        foreach (Option option in (Option[])[retrain._chip, retrain._fresh, retrain._trials])
            command.Options.Add(option);
        retrain._recipe.AddTo(command);
        command.Options.Add(retrain._format);
        command.Validators.Add(result =>
        {
            if (result.GetValue(retrain._fresh) && result.GetResult(retrain._chip) is { Implicit: false })
                result.AddError("--chip and --fresh cannot be given together; permitted: one of them.");
        });
        command.SetAction((parsed, cancellationToken) => Task.Run(() => retrain.Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = new TrainingSession(parsed, cancellationToken);
        if (_storage.Plan(parsed, session) is not { } storage
            || _network.Plan(parsed, session, cancellationToken) is not { } network
            || _recipe.Plan(parsed, WithBackbone(network), TrainedPart.TaskSpecific) is not { } plan)
            return ExitCode.Usage;
        plan =
            plan with
            {
                Storage = storage,
                Mode = parsed.GetValue(_fresh) ? FaultMode.Fresh : FaultMode.Fixed,
                Chip = (ulong)(parsed.GetValue(_chip) ?? 0)
            };
        TrainingOutcome outcome = TrainingResult.Train(plan, session, cancellationToken);
        NetworkPlan after = plan.Network with { Weights = new WeightSource(_recipe.Output(parsed), outcome.Weights) };
        FaultEvaluation[] both =
            [.. new[] { plan.Network, after }.Select(
                trained =>
                    EvaluateCommand.Evaluate(new EvaluationPlan(trained, storage, Chips(parsed, plan)), session, cancellationToken))];
        TrainingResult.Save(_recipe.Output(parsed), plan, outcome, session, report => EvaluationText.Complete(report, both[0], both[1]));
        Console.Out.Write(EvaluationText.Render(both[0], both[1], parsed.GetRequiredValue(_format)));
        return session.ExitCode;
    }

    /// <summary>Uses the weights themselves as backbone for a network that was trained from scratch.</summary>
    private static NetworkPlan WithBackbone(NetworkPlan network) => network with { Backbone = network.Backbone ?? network.Weights };

    private ulong[] Chips(ParseResult parsed, TrainingPlan plan) =>
        plan.Mode == FaultMode.Fixed ? [plan.Chip] : [.. Enumerable.Range(0, parsed.GetValue(_trials)).Select(static chip => (ulong)chip)];
}
