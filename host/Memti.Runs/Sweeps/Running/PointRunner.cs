using System.Collections.Concurrent;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Runs.Planning;
using Memti.Runs.Reports;
using Memti.Runs.Running;
using Memti.Runs.Sweeps.Metrics;
using Memti.Runs.Sweeps.Points;
using Memti.Runs.Sweeps.Results;
using Memti.Scenarios;
using Memti.Scenarios.Designs;
using Memti.Simulation.Runs;

namespace Memti.Runs.Sweeps.Running;

/// <summary>
/// Runs points of a sweep, on several threads. What points share is done once: designs that no axis touches, arrays, plans. The numbers are
/// those of <c>memti run</c> on the same scenario.
/// </summary>
/// <param name="catalog">Plugins and cells.</param>
/// <param name="template">The scenario.</param>
/// <param name="designs">Names of the designs to run; empty for all.</param>
/// <param name="cancellationToken">Stops the runs.</param>
internal sealed class PointRunner(
    PluginCatalog catalog, ScenarioTemplate template, IReadOnlyList<string> designs, CancellationToken cancellationToken)
{
    /// <summary>Designs that are remembered; beyond that all are forgotten, and measured again when they come.</summary>
    private const int MostParts = 20_000;

    /// <summary>Designs that one planner plans, because it forgets nothing.</summary>
    private const int MostPlans = 2_000;

    private static readonly int Saved = MetricCatalog.Find("saved_energy")!.Value;
    private static readonly int SavedBest = MetricCatalog.Find("saved_energy_best_baseline")!.Value;
    private static readonly int Relative = MetricCatalog.Find("relative_energy")!.Value;

    private readonly ConcurrentDictionary<string, Lazy<MeasuredPart>> _parts = new(StringComparer.Ordinal);
    private readonly DesignRunner _runner = new(catalog);
    private DesignPlanner _planner = new(catalog);
    private int _plans;

    /// <summary>Runs a point.</summary>
    /// <param name="overrides">What it sets.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public PointRecord Run(IReadOnlyList<string> overrides)
    {
        try
        {
            ScenarioResult read = template.With(overrides);
            return read.Scenario is { } scenario
                ? Measure(scenario)
                : Failed(read.Findings.First(static finding => finding.Severity == Severity.Error));
        }
        catch (MemtiException error)
        {
            return Failed(error.Diagnostic);
        }
    }

    /// <summary>The designs of a scenario that run.</summary>
    public IReadOnlyList<DesignScenario> Chosen(ScenarioSet scenario) =>
        [.. new RunRequest { ScenarioFile = template.File, Designs = designs }.ChosenOf(scenario.Designs)];

    private static PointRecord Failed(Diagnostic finding) => new([], new PointError(finding.Code, finding.Message));

    private PointRecord Measure(ScenarioSet scenario)
    {
        IReadOnlyList<DesignScenario> chosen = Chosen(scenario);
        IReadOnlyList<FirmwareCandidate> candidates = FirmwareCandidate.Of(catalog, chosen);
        MeasuredPart first = PartOf(chosen[0], scenario.Seed, candidates);
        double[][] values = new double[chosen.Count][];
        for (int design = 0; design < values.Length; design++)
            values[design] = Against(first, design == 0 ? first : PartOf(chosen[design], scenario.Seed, candidates: null));
        return new PointRecord(values, null);
    }

    private static double[] Against(MeasuredPart first, MeasuredPart part)
    {
        double[] values = [.. part.Values];
        bool comparable = part.FramesPerSecond == first.FramesPerSecond;
        values[Saved] = comparable ? first.EnergyMj / part.EnergyMj : double.NaN;
        values[SavedBest] = comparable ? first.BestEnergyMj / part.EnergyMj : double.NaN;
        values[Relative] = 1 / values[Saved];
        return values;
    }

    private MeasuredPart PartOf(DesignScenario design, long seed, IReadOnlyList<FirmwareCandidate>? candidates)
    {
        string key = $"{design.Content} {seed} {(candidates is null ? "" : string.Join(';', candidates))}";
        if (_parts.Count >= MostParts)
            _parts.Clear();
        return _parts.GetOrAdd(key, _ => new Lazy<MeasuredPart>(() => Measure(design, seed, candidates))).Value;
    }

    private MeasuredPart Measure(DesignScenario design, long seed, IReadOnlyList<FirmwareCandidate>? candidates)
    {
        var options = new SimulationOptions();
        DesignOutcome outcome = _runner.Run(Planner().Plan(design, seed, cancellationToken), options, cancellationToken);
        if (outcome.Design.Machine?.Elf is not null)
            outcome = _runner.WithManaged(outcome, options, cancellationToken);
        DesignReport report = DesignReporter.Report(outcome, DesignMeasures.Of(outcome), [], []);
        double best = double.NaN;
        if (candidates is not null)
        {
            var firmware = new BestFirmware(_runner, candidates, options, cancellationToken);
            best = FrameEnergy.Of(firmware.Of(new CaseResult(new RunCase(design, null, seed), outcome)).Workload).Millijoules;
        }

        return new MeasuredPart(
            [.. MetricCatalog.All.Select(column => column.Value(report) ?? double.NaN)],
            report.Figures.EnergyPerFrameMj,
            report.OperatingPoint.Fps,
            best);
    }

    private DesignPlanner Planner()
    {
        if (Interlocked.Increment(ref _plans) % MostPlans == 0)
            Volatile.Write(ref _planner, new DesignPlanner(catalog));
        return Volatile.Read(ref _planner);
    }
}
