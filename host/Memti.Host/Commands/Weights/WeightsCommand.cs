using System.CommandLine;
using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Host.Rendering.Weights;
using Memti.Training.Codes;
using Memti.Training.Weights;
using Memti.Training.Weights.Inputs;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Requests;
using Memti.Training.Weights.Stages;

namespace Memti.Host.Commands.Weights;

/// <summary><c>memti weights</c>: runs the stages from a request to weight images, as builds do.</summary>
internal sealed class WeightsCommand
{
    private static readonly string[] Order = [RetrainStage.Name, EmitStage.Name, SimulateStage.Name, CheckStage.Name];

    private readonly Argument<string> _request = new("request")
    {
        Description = "Request file (JSON, or YAML of the same form) with scenario, backbone, tasks, regions and budgets. See "
            + "docs/weights.md, and memti schema --weights for your editor."
    };
    private readonly Option<bool> _events = new("--events")
    {
        Description = "For build tasks: write progress, findings and outputs to standard output, one JSON object a line, and stop when "
            + "standard input ends."
    };
    private readonly Option<bool> _noTraining = new("--no-training")
    {
        Description = "Do not train: use the weights of an earlier build if their inputs are unchanged, else write no images."
    };
    private readonly Option<string?> _depfile = new("--depfile")
    {
        Description = "Write a Makefile rule to this file: the file of --stamp depends on all files that were read.",
        HelpName = "FILE"
    };
    private readonly Option<string?> _stamp = new("--stamp")
    {
        Description = "Write this file once all stages are done, also when there was nothing to do.",
        HelpName = "FILE"
    };
    private readonly string[] _stages;

    private WeightsCommand(string[] stages) => _stages = stages;

    public static Command Create()
    {
        var command = new Command(
            "weights",
            "Make weight images: retrain the tasks of a scenario against the faults of its memories, write images, simulate their "
                + "cost, check budgets. A stage runs again only if its inputs change.\n"
            + "Example:\n"
            + "  memti weights build camera.weights.json")
        {
            Stage("build", "Run all stages in order.", Order),
            Stage(RetrainStage.Name, "Train and retrain the tasks, and measure them with and without faults.", RetrainStage.Name),
            Stage(EmitStage.Name, "Write the images of all regions and their manifest.", EmitStage.Name),
            Stage(SimulateStage.Name, "Run the scenario with the images, and add the cost of a frame to the manifest.", SimulateStage.Name),
            Stage(CheckStage.Name, "Check the budgets.", CheckStage.Name),
        };
        return command;
    }

    private static Command Stage(string name, string description, params string[] stages)
    {
        var stage = new WeightsCommand(stages);
        var command = new Command(name, description) { stage._request, stage._events, stage._noTraining };
        if (stages.Length > 1)
            foreach (Option option in (Option[])[stage._depfile, stage._stamp])
                command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(stage._depfile) is not null && result.GetResult(stage._stamp) is null)
                result.AddError("--depfile writes a rule for the file of --stamp; permitted: both.");
        });
        command.SetAction((parsed, cancellationToken) => Task.Run(() => stage.Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        bool events = parsed.GetValue(_events);
        using var standardInput = events ? StandardInputEnd.Watch(cancellationToken) : null;
        using WeightsWriter writer = events ? new WeightsEvents(Console.Out) : new WeightsLines(Console.Error, Console.Out);
        try
        {
            return Run(parsed, writer, standardInput?.Token ?? cancellationToken);
        }
        catch (MemtiException error) when (events)
        {
            writer.Finding(error.Diagnostic);
            return ExitCode.Findings;
        }
    }

    private int Run(ParseResult parsed, WeightsWriter writer, CancellationToken cancellationToken)
    {
        WeightRequest? request = WeightRequestReader.ReadFile(
            Path.GetFullPath(parsed.GetRequiredValue(_request)), out IReadOnlyList<Diagnostic> findings);
        writer.Findings(findings);
        if (request is null)
            return ExitCode.Findings;
        // Plugins of the command line are inputs as those of the request are.
        string[] paths = [.. (parsed.GetValue(CommonOptions.PluginPath) ?? []).Select(Path.GetFullPath)];
        request = request with { PluginPath = [.. paths, .. request.PluginPath] };
        using FolderLock held = FolderLock.Take(
            request.At(request.Work),
            () => writer.Remark("another build of this project is running; waiting for its end"),
            cancellationToken);
        Leftovers.Sweep(request.At(request.Work), below: true);
        Leftovers.Sweep(request.At(request.Output), below: false);
        using var plugins = new LazyPlugins(parsed, [.. request.PluginPath.Select(request.At)], writer, cancellationToken);
        var build = new WeightBuild(request, plugins.Catalog, writer.Watch, cancellationToken);
        if (parsed.GetValue(_noTraining) && RetrainStage.Finished(build) is null)
        {
            writer.Finding(WithoutWeights(request));
            return ExitCode.Done;
        }

        foreach (string stage in _stages)
        {
            writer.Begin(stage);
            StageResult result = Run(stage, build);
            writer.End(result);
            if (!result.Succeeded)
                return ExitCode.Findings;
        }

        Leave(parsed, build);
        return plugins.ExitCode;
    }

    private void Leave(ParseResult parsed, WeightBuild build)
    {
        if (_stages.Length == 1 || parsed.GetValue(_stamp) is not { } stamp)
            return;
        // The rule first: a stamp says that everything else is there.
        if (parsed.GetValue(_depfile) is { } depfile)
            WholeFile.WriteOutput(depfile, Encoding.UTF8.GetBytes(MakeRule.Of(stamp, InputPaths.Of(build))));
        WholeFile.WriteOutput(stamp, []);
    }

    private static Diagnostic WithoutWeights(WeightRequest request) => new(
        WeightCodes.WithoutWeights,
        "there are no weights of these inputs, and training is turned off: images, simulation and budgets are left out.")
    {
        Severity = Severity.Message,
        File = request.File,
    };

    private StageResult Run(string stage, WeightBuild build) => stage switch
    {
        RetrainStage.Name => RetrainStage.Run(build, isSimulated: _stages.Contains(SimulateStage.Name)),
        EmitStage.Name => EmitStage.Run(build),
        SimulateStage.Name => SimulateStage.Run(build),
        _ => CheckStage.Run(build.Request),
    };
}
