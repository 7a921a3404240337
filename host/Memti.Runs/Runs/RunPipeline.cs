using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Loading;
using Memti.Runs.Deployments;
using Memti.Runs.Reports;
using Memti.Scenarios;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Runs;

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
        ScenarioResult read = Read(request);
        return read.Scenario is { } scenario ? Run(scenario, read.Findings, request, cancellationToken) : new RunOutcome(null, read.Findings);
    }

    /// <summary>Reads a scenario and plans its designs and their variants, as a run does before it simulates.</summary>
    /// <returns>The scenario, or findings that say why a run would refuse it.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ScenarioResult Validate(RunRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ScenarioResult read = Read(request);
        if (read.Scenario is not { } scenario)
            return read;
        RunCase[] tasks = [.. DesignTasks(scenario, request)];
        new CaseRunner(catalog, request, cancellationToken).Plan(tasks);
        IReadOnlyList<Diagnostic> faults = CaseRunner.Faults(tasks);
        return new ScenarioResult(faults.Count > 0 ? null : scenario, [.. read.Findings, .. faults]);
    }

    private RunOutcome Run(ScenarioSet scenario, IReadOnlyList<Diagnostic> findings, RunRequest request, CancellationToken cancellationToken)
    {
        RunCase[] tasks = [.. DesignTasks(scenario, request)];
        var work = new CaseRunner(catalog, request, cancellationToken);
        work.Do(tasks);
        IReadOnlyList<Diagnostic> faults = CaseRunner.Faults(tasks);
        if (faults.Count > 0)
            return new RunOutcome(null, [.. findings, .. faults]);
        if (request.Sensitivity)
        {
            RunCase[] moved = MovedTasks(tasks, work);
            tasks = [.. tasks, .. moved];
        }

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

    /// <summary>The chosen designs and their variants.</summary>
    private static IEnumerable<RunCase> DesignTasks(ScenarioSet scenario, RunRequest request) => Chosen(scenario.Designs, request).SelectMany(design =>
        design.Variants.Select(variant => new RunCase(variant.Scenario, variant, Number: null, scenario.Seed))
            .Prepend(new RunCase(design, Variant: null, Number: null, scenario.Seed)));

    /// <summary>The samples of the designs, and each with each number moved that it takes; all have run.</summary>
    private RunCase[] MovedTasks(IReadOnlyList<RunCase> tasks, CaseRunner work)
    {
        RunCase[] plain = [.. tasks.Where(static task => task.IsPlain)];
        RunCase[] still = [.. plain.Select(static task => task with { Number = PerturbedParameter.None, Outcome = null })];
        work.Do(still);
        RunCase[] moved =
        [
            .. from number in UncertainParameter.Of(plain, catalog.Cells)
               let ways = PerturbedParameter.Of(number)
               from sample in still
               where sample.Outcome is not null && number.IsOf(sample.Outcome.Design, sample.Design)
               let moves = ways.Select(way => number.Move(sample.Design, way)).OfType<PerturbedDesign>().ToArray()
               where moves.Length > 0
               select sample with { Number = moves[0].Number, Outcome = null, Still = sample, Moves = moves },
        ];
        work.Do(moved);
        return [.. still, .. moved];
    }

    /// <summary>Reads the scenario once; designs that the request names must be among it, and weights must fit one of them.</summary>
    private ScenarioResult Read(RunRequest request)
    {
        ScenarioResult read = new ScenarioReader(_kinds).ReadFile(request.ScenarioFile, request.Overrides);
        if (read.Scenario is not { } scenario)
            return read;
        Diagnostic[] unfit = [.. UnknownDesigns(scenario, request.Designs)];
        if (unfit.Length == 0 && request.Weights is { } weights && Chosen(scenario.Designs, request).All(design => !weights.Fits(design)))
            unfit = [Unfit(weights, Chosen(scenario.Designs, request).Last())];
        return unfit.Length == 0 ? read : new ScenarioResult(null, [.. read.Findings, .. unfit]);
    }

    private static IEnumerable<DesignScenario> Chosen(IReadOnlyList<DesignScenario> designs, RunRequest request) =>
        designs.Where((design, index) => index == 0 || request.Designs.Count == 0 || request.Designs.Contains(design.Name));

    private static IEnumerable<Diagnostic> UnknownDesigns(ScenarioSet scenario, IReadOnlyList<string> names)
    {
        string known = string.Join(", ", scenario.Designs.Select(static design => design.Name));
        return names.Where(name => scenario.Designs.All(design => design.Name != name)).Select(name =>
            new Diagnostic(DiagnosticCode.UnknownName, $"there is no design '{name}'; permitted: {known}.") { File = scenario.File, Key = "designs", Value = name, Permitted = known });
    }
}
