using System.Collections.Concurrent;
using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Runs.Planning;
using Memti.Runs.Reports;
using Memti.Runs.Running;
using Memti.Runs.Sensitivity;
using Memti.Runs.Sweeps.Metrics;
using Memti.Runs.Sweeps.Points;
using Memti.Runs.Sweeps.Uncertainty;
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

    /// <summary>The cells of the host.</summary>
    public CellCatalog Cells => catalog.Cells;

    /// <summary>
    /// Runs a point with all uncertain numbers drawn from their stated ranges, again and again.
    /// </summary>
    /// <param name="overrides">What the point sets.</param>
    /// <param name="draws">Draws the numbers.</param>
    /// <param name="samples">How often.</param>
    /// <returns>The ends of the intervals that 90 % of the samples lie in: the low ends of every design, then the high ends. A sample that
    /// a design refuses does not count.</returns>
    public PointRecord RunSamples(IReadOnlyList<string> overrides, NumberDraws draws, int samples)
    {
        List<double[][]> values = [];
        MemtiException? refused = null;
        for (int sample = 0; sample < samples; sample++)
            try
            {
                int number = sample;
                values.Add(Values(overrides, one => NumberDraws.IsDrawn(one) ? draws.Of(one, number) : null));
                cancellationToken.ThrowIfCancellationRequested();
            }
            catch (MemtiException error)
            {
                refused ??= error;
            }

        return values.Count == 0 ? PointRecord.Failed(refused!.Diagnostic) : new PointRecord(Intervals(values), null);
    }

    /// <summary>All metrics of the designs of a point, with numbers moved.</summary>
    /// <param name="overrides">What the point sets.</param>
    /// <param name="moved">The value of a number, as a file would say it; null for a number that stays. Null where all stay.</param>
    /// <exception cref="MemtiException">The scenario or a design cannot be.</exception>
    public double[][] Values(IReadOnlyList<string> overrides, Func<UncertainParameter, string?>? moved)
    {
        ScenarioResult read = template.With(overrides);
        return read.Scenario is { } scenario
            ? Measure(scenario, moved)
            : throw new MemtiException(read.Findings.First(static finding => finding.Severity == Severity.Error));
    }

    /// <summary>Plans a design.</summary>
    /// <exception cref="MemtiException">It cannot be.</exception>
    public PlannedDesign Plan(DesignScenario design, CancellationToken stop) => Planner().Plan(design, 0, stop);

    /// <summary>The designs of a scenario that run.</summary>
    public IReadOnlyList<DesignScenario> Chosen(ScenarioSet scenario) =>
        [.. new RunRequest { ScenarioFile = template.File, Designs = designs }.ChosenOf(scenario.Designs)];

    private static double[][] Intervals(List<double[][]> samples)
    {
        int designs = samples[0].Length;
        double[][] ends = [.. Enumerable.Range(0, 2 * designs).Select(static _ => new double[MetricCatalog.All.Count])];
        for (int design = 0; design < designs; design++)
            for (int metric = 0; metric < MetricCatalog.All.Count; metric++)
            {
                double[] sorted = [.. samples.Select(sample => sample[design][metric]).Where(double.IsFinite).Order()];
                ends[design][metric] = Quantile.Of(sorted, Quantile.Low);
                ends[designs + design][metric] = Quantile.Of(sorted, Quantile.High);
            }

        return ends;
    }

    private double[][] Measure(ScenarioSet scenario, Func<UncertainParameter, string?>? moved)
    {
        IReadOnlyList<DesignScenario> chosen = Chosen(scenario);
        IReadOnlyList<FirmwareCandidate> candidates = FirmwareCandidate.Of(catalog, chosen);
        MeasuredPart first = PartOf(chosen[0], scenario.Seed, candidates, moved);
        double[][] values = new double[chosen.Count][];
        for (int design = 0; design < values.Length; design++)
            values[design] = Against(first, design == 0 ? first : PartOf(chosen[design], scenario.Seed, candidates: null, moved));
        return values;
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

    private MeasuredPart PartOf(
        DesignScenario design, long seed, IReadOnlyList<FirmwareCandidate>? candidates, Func<UncertainParameter, string?>? moved)
    {
        // Moved numbers are no part of what a design was read from.
        (design, string moves) = moved is null ? (design, "") : Moved(design, moved);
        string key = $"{design.Content} {seed} {(candidates is null ? "" : string.Join(';', candidates))} {moves}";
        if (_parts.Count >= MostParts)
            _parts.Clear();
        return _parts.GetOrAdd(key, _ => new Lazy<MeasuredPart>(() => Measure(design, seed, candidates))).Value;
    }

    private (DesignScenario Design, string Moves) Moved(DesignScenario design, Func<UncertainParameter, string?> moved)
    {
        var moves = new StringBuilder();
        foreach (UncertainParameter number in UncertainParameter.Of([design], [], catalog.Cells))
        {
            if (moved(number) is not { } text)
                continue;
            design = number.Move(design, new PerturbedParameter(number.Name, text, null))?.Design ?? throw new MemtiException(
                new Diagnostic(DiagnosticCode.ValueOutOfRange, $"'{number.Name}' does not take {text}.") { File = template.File });
            moves.Append(number.Name).Append('=').Append(text).Append(';');
        }

        return (design, moves.ToString());
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
