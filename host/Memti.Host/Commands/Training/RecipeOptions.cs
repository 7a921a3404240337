using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Documents.Files;
using Memti.Training.Plans;

namespace Memti.Host.Commands.Training;

/// <summary>Options of training: recipe, output and checkpoints.</summary>
internal sealed class RecipeOptions
{
    private readonly SchemaOptions _recipe = new(typeof(TrainingRecipe));

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Weight file to write (safetensors). FILE.json next to it says what it was made from. A failure leaves no "
            + "partial file.",
        HelpName = "FILE",
        Required = true
    };

    private readonly Option<string?> _checkpoint = new("--checkpoint")
    {
        Description = "Checkpoint file. After an interruption, the same command resumes from it. [default: the output with .checkpoint]",
        HelpName = "FILE"
    };

    private readonly Option<double> _every = new KeyOption<double>(TrainingKeys.CheckpointEvery);

    private readonly Option<bool> _restart = new("--restart") { Description = "Start again even if there is a checkpoint." };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_output, _checkpoint, _every, _restart])
            command.Options.Add(option);
        _recipe.AddTo(command);
    }

    public string Output(ParseResult parsed) => parsed.GetRequiredValue(_output);

    /// <summary>The plan; null, after printing errors, when the recipe is not usable. Detects unwritable files now, not after hours of
    /// training.</summary>
    public TrainingPlan? Plan(ParseResult parsed, NetworkPlan network, TrainedPart trained)
    {
        object recipe = _recipe.Bind(parsed, out IReadOnlyList<Diagnostic> findings);
        if (!TrainingSession.Accept(findings))
            return null;
        var plan = new TrainingPlan(network, (TrainingRecipe)recipe, trained)
        {
            CheckpointFile = parsed.GetValue(_checkpoint) ?? Output(parsed) + ".checkpoint",
            CheckpointEvery = TimeSpan.FromSeconds(parsed.GetValue(_every)),
            Restart = parsed.GetValue(_restart),
        };
        WholeFile.RequireWritable(Output(parsed));
        WholeFile.RequireWritable(plan.CheckpointFile);
        WholeFile.CleanUp(TrainingResult.ReportFile(Output(parsed)));
        return plan;
    }
}
