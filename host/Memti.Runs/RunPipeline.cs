using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Runs.Debugging.Machines;
using Memti.Runs.Headers;
using Memti.Runs.Planning;
using Memti.Runs.Reports;
using Memti.Runs.Running;
using Memti.Scenarios;

namespace Memti.Runs;

/// <summary>
/// From a scenario file to a report: read, plan, run, measure, compare. Data flows one way; the designs run side by side.
/// </summary>
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
        if (read.Scenario is not { } scenario)
            return new RunOutcome(null, read.Findings);
        RunResults? results = new ScenarioRun(catalog, request, cancellationToken).Run(scenario, out IReadOnlyList<Diagnostic> errors);
        return results is null
            ? new RunOutcome(null, [.. read.Findings, .. errors])
            : new RunOutcome(ReportAssembly.Assemble(results, catalog.Plugins), [.. read.Findings, .. MissionFindings.Of(results)]);
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
        IReadOnlyList<Diagnostic> findings = new ScenarioRun(catalog, request, cancellationToken).Plan(scenario);
        return new ScenarioResult(
            findings.Any(static finding => finding.Severity == Severity.Error) ? null : scenario, [.. read.Findings, .. findings]);
    }

    /// <summary>Writes headers for the firmware of a design: the first that the request names, else the first one with a
    /// processor.</summary>
    /// <returns>The headers, or findings that say why there are none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public HeaderOutcome Headers(RunRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ScenarioResult read = Read(request);
        if (read.Scenario is not { } scenario)
            return new HeaderOutcome(null, read.Findings);
        HeaderOutcome outcome = new HeaderRun(catalog, request, cancellationToken).Of(scenario);
        return outcome with { Findings = [.. read.Findings, .. outcome.Findings] };
    }

    /// <summary>Builds the machine of a design for a debugger: of the first design that the request names, else of the first one with an
    /// executable.</summary>
    /// <param name="request">What to debug.</param>
    /// <param name="console">Receives each byte of the firmware's console.</param>
    /// <param name="cancellationToken">Ends the wait for a plugin.</param>
    /// <returns>The machine, or findings that say why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public DebugOutcome Debug(RunRequest request, Action<byte> console, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ScenarioResult read = Read(request);
        if (read.Scenario is not { } scenario)
            return new DebugOutcome(null, read.Findings);
        DebugOutcome outcome = new DebugRun(catalog, request, console, cancellationToken).Of(scenario);
        return outcome with { Findings = [.. read.Findings, .. outcome.Findings] };
    }

    /// <summary>Reads the scenario. A run reads it once: moved numbers are changes of what was read.</summary>
    private ScenarioResult Read(RunRequest request)
    {
        ScenarioResult read = new ScenarioReader(_kinds).ReadFile(request.ScenarioFile, request.Overrides);
        if (read.Scenario is not { } scenario)
            return read;
        IReadOnlyList<Diagnostic> misfits = RequestCheck.Of(request, scenario);
        return misfits.Count == 0 ? read : new ScenarioResult(null, [.. read.Findings, .. misfits]);
    }
}
