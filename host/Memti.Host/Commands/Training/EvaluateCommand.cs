using System.CommandLine;
using Memti.Documents.Files;
using Memti.Documents.Parameters;
using Memti.Host.Rendering;
using Memti.Host.Rendering.Training;
using Memti.Training.Evaluation;
using Memti.Training.Plans;

namespace Memti.Host.Commands.Training;

/// <summary><c>memti evaluate</c>: measures fixed-point accuracy without faults and on several chips.</summary>
internal sealed class EvaluateCommand
{
    private const int UsualTrials = 25;

    private static readonly DocumentKey<int?> TriedChips = new("trials", "Chips whose faults are tried", 0, TrainingLimits.MostChips)
    {
        Unit = "chips",
        DefaultWords = "25 with a memory, else 0",
    };

    private readonly NetworkOptions _network = new();
    private readonly StorageOptions _storage = new();
    private readonly Option<string> _format = FormatOption.TableJsonCsv();
    private readonly Option<int?> _trials = new KeyOption<int?>(TriedChips, "-n");
    private readonly Option<long> _firstChip = new KeyOption<long>(TrainingKeys.FirstChip);
    private readonly Option<string?> _compare = new("--compare")
    {
        Description = "Another weight file of the task: both are tried on the same chips and set against each other.",
        HelpName = "FILE"
    };
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write the result to this file, whole or not at all, instead of standard output.",
        HelpName = "FILE"
    };

    public static Command Create()
    {
        var evaluate = new EvaluateCommand();
        var command = new Command(
            "evaluate",
            "Measure the accuracy on test pictures in fixed point, without faults and with the faults of many chips: mean, standard "
                + "deviation, worst, 95 % confidence interval.\n"
            + "Examples:\n"
            + "  memti evaluate --data generated:signs -b samples/backbones/world-w0.25.safetensors -w signs.safetensors --model-set "
            + "input_px=32 --model-set width=0.25\n"
            + "  memti evaluate --data generated:signs -b samples/backbones/world-w0.25.safetensors -w signs.safetensors --model-set "
            + "input_px=32 --model-set width=0.25 --memory rram --memory-set bits_per_cell=3 --trials 100 --compare fleet.safetensors");
        evaluate._network.Weights.Required = true;
        evaluate._network.AddTo(command, evaluate._network.Backbone, evaluate._network.Weights);
        evaluate._storage.AddTo(command);
        foreach (Option option in (Option[])[evaluate._trials, evaluate._firstChip, evaluate._compare, evaluate._format, evaluate._output])
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => Task.Run(() => evaluate.Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    /// <summary>Evaluates a network with a progress line.</summary>
    public static FaultEvaluation Evaluate(EvaluationPlan plan, TrainingSession session, CancellationToken cancellationToken)
    {
        using var progress = new TrialLine(Console.Error, plan.Chips.Count);
        return plan.Run(session.Catalog, progress, cancellationToken);
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = new TrainingSession(parsed, cancellationToken);
        if (_storage.Plan(parsed, session) is not { } storage || _network.Plan(parsed, session, cancellationToken) is not { } network)
            return ExitCode.Usage;
        if (parsed.GetValue(_output) is { } output)
            // Before hours of evaluation, not after them.
            WholeFile.RequireWritable(output);
        WeightSource? other = parsed.GetValue(_compare) is { } file ? WeightSource.Read(file) : null;
        ulong[] chips = Chips(parsed, storage);
        FaultEvaluation one = Evaluate(new EvaluationPlan(network, storage, chips), session, cancellationToken);
        // Weights that were trained from scratch also serve as the backbone of the other file.
        FaultEvaluation? two = other is null
            ? null
            : Evaluate(
                new EvaluationPlan(network with { Backbone = network.Backbone ?? network.Weights, Weights = other }, storage, chips),
                session,
                cancellationToken);
        OutputFile.Write(parsed.GetValue(_output), EvaluationText.Render(one, two, parsed.GetRequiredValue(_format)), Console.Out);
        return session.ExitCode;
    }

    private ulong[] Chips(ParseResult parsed, WeightStorage storage)
    {
        int trials = parsed.GetValue(_trials) ?? (storage.Shared is null && storage.Task is null ? 0 : UsualTrials);
        ulong first = (ulong)parsed.GetValue(_firstChip);
        return [.. Enumerable.Range(0, trials).Select(trial => first + (ulong)trial)];
    }
}
