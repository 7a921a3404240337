using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Host.Rendering.Weights;
using Memti.Training.Weights;
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
        var command = new Command(name, description) { stage._request, stage._events };
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
        using var plugins = new LazyPlugins(parsed, [.. request.PluginPath.Select(request.At)], writer, cancellationToken);
        var build = new WeightBuild(request, plugins.Catalog, writer.Watch, cancellationToken);
        foreach (string stage in _stages)
        {
            writer.Begin(stage);
            StageResult result = Run(stage, build);
            writer.End(result);
            if (!result.Succeeded)
                return ExitCode.Findings;
        }

        return plugins.ExitCode;
    }

    private static StageResult Run(string stage, WeightBuild build) => stage switch
    {
        RetrainStage.Name => RetrainStage.Run(build),
        EmitStage.Name => EmitStage.Run(build),
        SimulateStage.Name => SimulateStage.Run(build),
        _ => CheckStage.Run(build.Request),
    };
}
