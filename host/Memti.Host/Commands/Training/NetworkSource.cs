using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Documents.Names;
using Memti.Runs.Planning;
using Memti.Scenarios;
using Memti.Scenarios.Bindings;

namespace Memti.Host.Commands.Training;

/// <summary>The network of one task that a command works on: of a scenario, or of a model kind with its options.</summary>
internal sealed class NetworkSource
{
    private readonly Argument<string> _source = new("network")
    {
        Description = "Scenario file (*.memti.yaml), whose model and tasks are taken, or a model kind such as resnet26-adapters.",
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

    private readonly Option<string[]> _set = ScenarioArgument.Set();

    /// <summary>Adds the argument and the options to a command, behind options of its own.</summary>
    public void AddTo(Command command, params Option[] own)
    {
        command.Arguments.Add(_source);
        foreach (Option option in (Option[])[.. own, _task, _classes, _modelSet, _set, _design])
            command.Options.Add(option);
    }

    /// <summary>The model and the task; null, after printing errors, when they are not usable.</summary>
    public (ComponentSpec Model, TaskRequest Task)? Choose(ParseResult parsed, TrainingSession session) =>
        Read(parsed, session) is var (model, task) ? (model, task with { Classes = parsed.GetValue(_classes) ?? task.Classes }) : null;

    private (ComponentSpec Model, TaskRequest Task)? Read(ParseResult parsed, TrainingSession session)
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
