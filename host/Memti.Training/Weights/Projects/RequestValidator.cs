using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Documents.Names;
using Memti.Documents.Nodes;
using Memti.Scenarios;
using Memti.Scenarios.Designs;
using Memti.Training.Codes;
using Memti.Training.Weights.Requests;
using Memti.WeightImages.Formats;

namespace Memti.Training.Weights.Projects;

/// <summary>Checks a request against its scenario: tasks, memories, formats, budgets.</summary>
internal sealed class RequestValidator(WeightRequest request, ScenarioSet scenario)
{
    private const MemoryContents Parameters = MemoryContents.Shared | MemoryContents.TaskSpecific | MemoryContents.AllTasks;

    private readonly List<Diagnostic> _findings = [];

    public IReadOnlyList<Diagnostic> Findings => _findings;

    /// <summary>The design of the request; null, with a finding, when there is none.</summary>
    public DesignScenario? Design()
    {
        string[] names = [.. scenario.Designs.Select(static design => design.Name)];
        DesignScenario? design = request.Design is null && names.Length == 1
            ? scenario.Designs[0]
            : scenario.Designs.FirstOrDefault(design => design.Name == request.Design);
        string what = request.Design is null
            ? "the scenario has several designs, and none is named"
            : $"there is no design '{request.Design}'";
        if (design is null)
            Refuse(new SourceLocation(request.At(request.Scenario), 0, 0, RequestKeys.Design.Name), what, request.Design ?? "none", names);
        return design;
    }

    /// <summary>Checks the request against its design.</summary>
    public void Check(DesignScenario design, PlacementMap placement)
    {
        string[] tasks = [.. design.Tasks.Select(static task => task.Name)];
        foreach (WeightTask task in request.Tasks.Where(task => !tasks.Contains(task.Name)))
            Refuse(task.Place, $"the scenario has no task '{task.Name}'", task.Name, tasks);
        foreach (string task in tasks.Where(task => request.Tasks.All(other => other.Name != task)))
            Refuse(
                design.Place with { Key = "network.tasks" },
                $"nothing says what task '{task}' of the scenario is learnt from",
                task,
                [.. request.Tasks.Select(static other => other.Name)]);
        foreach (WeightRegion region in request.Regions)
            Check(region, design, placement);
        foreach (WeightBudget budget in request.Budgets.Where(budget => budget.Task is not null && !tasks.Contains(budget.Task)))
            Refuse(
                budget.Place,
                $"budget '{budget.Name}' is about a task '{budget.Task}', which the scenario does not have",
                budget.Task!,
                tasks);
    }

    private void Check(WeightRegion region, DesignScenario design, PlacementMap placement)
    {
        string[] holders = [.. design.Memories
            .Where(memory => (placement.Held(memory) & Parameters) != 0)
            .Select(static memory => memory.Name)];
        if (!holders.Contains(region.Memory))
            Refuse(region.Place, Homeless(region, design), region.Memory, holders);
        foreach (string format in region.Formats)
            Format(format, region.Place);
    }

    private static string Homeless(WeightRegion region, DesignScenario design) =>
        design.Memories.Any(memory => memory.Name == region.Memory)
        ? $"memory '{region.Memory}' of region '{region.Name}' holds no parameters"
        : $"region '{region.Name}' is of a memory '{region.Memory}', which the scenario does not have";

    private void Format(string format, SourceLocation place)
    {
        try
        {
            ImageFormats.Find(format);
        }
        catch (MemtiException error)
        {
            _findings.Add(At(place, error.Diagnostic));
        }
    }

    private void Refuse(SourceLocation place, string what, string value, string[] known) =>
        _findings.Add(Unknown(place, what, value, known));

    /// <summary>A name that is not among those that there are.</summary>
    public static Diagnostic Unknown(SourceLocation place, string what, string value, IReadOnlyList<string> known)
    {
        string permitted = known.Count == 0 ? "none" : string.Join(", ", known);
        return At(
            place,
            new Diagnostic(WeightCodes.RequestDoesNotFit, $"{what}; permitted: {permitted}.{NearestName.Sentence(value, known)}")
            {
                Value = value,
                Permitted = permitted
            });
    }

    /// <summary>A finding at the place of an item.</summary>
    public static Diagnostic At(SourceLocation place, Diagnostic finding) =>
        finding with { File = place.File, Line = place.Line, Column = place.Column, Key = finding.Key ?? place.Key };
}
