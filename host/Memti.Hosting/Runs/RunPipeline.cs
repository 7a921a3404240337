using Memti.Abstractions;
using Memti.Scenarios;

namespace Memti.Hosting;

/// <summary>From a scenario file to a report: read, plan, run, measure, compare. Data flows one way; the designs run side by side.</summary>
/// <param name="catalog">The kinds that scenarios may name.</param>
public sealed class RunPipeline(PluginCatalog catalog)
{
    private readonly CatalogKinds _kinds = new(catalog);

    /// <summary>Runs a scenario.</summary>
    /// <returns>The report, or findings that say why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public RunOutcome Run(RunRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ScenarioResult read = Read(request, NoChanges);
        if (read.Scenario is not { } scenario)
            return new RunOutcome(null, read.Findings);
        Diagnostic[] unknown = [.. UnknownDesigns(scenario, request.Designs)];
        if (unknown.Length > 0)
            return new RunOutcome(null, [.. read.Findings, .. unknown]);
        if (request.Weights is { } weights && Chosen(scenario.Designs, request).All(design => !weights.Fits(design)))
            return new RunOutcome(null, [.. read.Findings, Unfit(weights, Chosen(scenario.Designs, request).Last())]);
        return Run(scenario, read.Findings, request, cancellationToken);
    }

    private static IReadOnlyDictionary<string, string> NoChanges { get; } = new Dictionary<string, string>();

    private RunOutcome Run(ScenarioSet scenario, IReadOnlyList<Diagnostic> findings, RunRequest request, CancellationToken cancellationToken)
    {
        RunTask[] tasks = Tasks(scenario, request);
        var work = new RunWork(catalog, request, cancellationToken);
        work.Do(tasks);
        IReadOnlyList<Diagnostic> faults = RunWork.Faults(tasks);
        if (faults.Count > 0)
            return new RunOutcome(null, [.. findings, .. faults]);
        work.FindBaselines(tasks);
        RunReport report = ReportAssembly.Assemble(scenario, request, tasks, catalog);
        IEnumerable<Diagnostic> missed = report.Designs.Where(static design => design.Figures.FramesMissed > 0).Select(design => Missed(design, scenario.File));
        return new RunOutcome(report, [.. findings, .. missed, .. tasks.Where(static task => task.IsPlain).SelectMany(MissionFindings.Of)]);
    }

    private static Diagnostic Missed(DesignReport design, string file) => new(
        DiagnosticCode.FramesMissed,
        FormattableString.Invariant(
            $"design '{design.Name}' missed {design.Figures.FramesMissed} of {design.Frames.Total} frames: {design.Frames.Late} late, by {design.Frames.WorstLatenessMs:0.###} ms at worst, and {design.Frames.Skipped} skipped."))
    {
        Severity = Severity.Warning,
        File = file,
        Key = design.Name,
    };

    private static Diagnostic Unfit(DeployedWeights weights, DesignScenario design) => new(
        DiagnosticCode.DeploymentDoesNotFit, $"design '{design.Name}' cannot run the weight images '{weights.File}': {weights.Difference(design)}. Build the images from this scenario.")
    {
        File = design.Place.File,
        Line = design.Place.Line,
        Column = design.Place.Column,
        Key = "weights",
        Value = weights.File,
    };

    private RunTask[] Tasks(ScenarioSet scenario, RunRequest request)
    {
        DesignScenario[] designs = [.. Chosen(scenario.Designs, request)];
        var tasks = new List<RunTask>();
        foreach (DesignScenario design in designs)
        {
            tasks.Add(new RunTask(design, Variant: null, Number: null, scenario.Seed));
            tasks.AddRange(design.Variants.Select(variant => new RunTask(variant.Scenario, variant, Number: null, scenario.Seed)));
        }

        if (request.Sensitivity)
        {
            tasks.AddRange(designs.Select(design => new RunTask(design, Variant: null, MovedNumber.None, scenario.Seed)));
            tasks.AddRange(KnownNumber.Of(designs).SelectMany(number => MovedDesigns(number, designs, request)));
        }

        return [.. tasks];
    }

    /// <summary>The designs that take a number, read again with that number moved.</summary>
    private IEnumerable<RunTask> MovedDesigns(KnownNumber number, DesignScenario[] designs, RunRequest request)
    {
        foreach (MovedNumber moved in MovedNumber.Of(number))
            if (Read(request, new Dictionary<string, string> { [moved.Name] = moved.Text }).Scenario is { } scenario)
                return Chosen(scenario.Designs, request)
                    .Where(design => number.IsOf(designs.First(other => other.Name == design.Name)))
                    .Select(design => new RunTask(design, Variant: null, moved, scenario.Seed));
        return [];
    }

    private ScenarioResult Read(RunRequest request, IReadOnlyDictionary<string, string> changes) =>
        new ScenarioReader(_kinds) { Changes = changes }.ReadFile(request.ScenarioFile, request.Overrides);

    private static IEnumerable<DesignScenario> Chosen(IReadOnlyList<DesignScenario> designs, RunRequest request) =>
        designs.Where((design, index) => index == 0 || request.Designs.Count == 0 || request.Designs.Contains(design.Name));

    private static IEnumerable<Diagnostic> UnknownDesigns(ScenarioSet scenario, IReadOnlyList<string> names)
    {
        string known = string.Join(", ", scenario.Designs.Select(static design => design.Name));
        return names.Where(name => scenario.Designs.All(design => design.Name != name)).Select(name =>
            new Diagnostic(DiagnosticCode.UnknownName, $"there is no design '{name}'; permitted: {known}.") { File = scenario.File, Key = "designs", Value = name, Permitted = known });
    }
}
