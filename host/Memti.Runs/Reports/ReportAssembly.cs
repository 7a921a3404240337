using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Plugins.Loading;
using Memti.Runs.Deployments;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Runs.Sensitivity;
using Memti.Scenarios;
using Memti.Scenarios.Calibrations;
using Memti.Scenarios.Designs;
using Memti.Scenarios.References;
using Memti.Scenarios.Workloads;
using Memti.WeightImages.Manifests;

namespace Memti.Runs.Reports;

/// <summary>Puts the results of a run into a report.</summary>
internal static class ReportAssembly
{
    /// <summary>The report of a run.</summary>
    /// <param name="results">What came of it.</param>
    /// <param name="plugins">The plugins that took part.</param>
    public static RunReport Assemble(RunResults results, IReadOnlyList<LoadedPlugin> plugins)
    {
        (ScenarioSet scenario, RunRequest request) = (results.Scenario, results.Request);
        CaseResult first = results.Designs[0].Plain;
        return new RunReport
        {
            Scenario = scenario.Name,
            ScenarioSha256 = scenario.Sha256,
            CalibrationSha256 = scenario.Calibration?.Sha256,
            Seed = (ulong)scenario.Seed,
            Overrides = request.Overrides,
            Version = MemtiVersion.Current,
            Fps = Shared(results, static workload => workload.FrameRate.PerSecond),
            DurationSeconds = Shared(results, static workload => workload.Seconds),
            Baseline = BaselineReporter.AsItRuns(first),
            BestBaseline = BaselineReporter.Best(first),
            TriedBaselines = BaselineReporter.Tried(first),
            ReferenceSource = scenario.References.Source.Length == 0 ? null : scenario.References.Source,
            Designs = [.. MeasuredDesign.Of(results.Designs).Select(design => Design(design, results))],
            Weights = request.Weights is { } weights ? Deployment(weights, results.Designs) : null,
            Calibration = [.. (scenario.Calibration?.Entries ?? []).Select(Line)],
            Numbers = [.. (results.Numbers ?? []).Select(Line)],
            Plugins = [.. plugins.Select(PluginRow.Of)],
        };
    }

    /// <summary>What the workloads of all designs share; null where they differ.</summary>
    private static double? Shared(RunResults results, Func<WorkloadSpec, double> value)
    {
        double[] values = [.. results.Designs.Select(design => value(design.Plain.Case.Design.Workload)).Distinct()];
        return values.Length == 1 ? values[0] : null;
    }

    private static DesignReport Design(MeasuredDesign design, RunResults results)
    {
        var status = new ResultStatus(design, results.Numbers);
        Comparison[] comparisons = [.. ResultColumn.All.Select(column => Compare(design, column, results.Scenario.References, status))];
        VariantRow[] variants = [.. design.Results.Variants.Zip(design.Variants, Variant)];
        DesignOutcome outcome = design.Results.Plain.Outcome;
        return DesignReporter.Report(outcome, design.Plain, comparisons, variants) with
        {
            Time = results.Request.ExplainTime ? Time(outcome.Design) : [],
        };
    }

    private static VariantRow Variant(CaseResult result, DesignFigures figures)
    {
        DesignVariant variant = result.Case.Variant!;
        return new(variant.Name, variant.Description, figures, OperatingPoint.Of(result.Outcome));
    }

    private static DeploymentRow Deployment(DeployedWeights weights, IEnumerable<DesignResults> designs) => new(
        Path.GetFileName(weights.File),
        weights.Sha256,
        [.. designs.Where(design => weights.Fits(design.Plain.Case.Design)).Select(static design => design.Name)],
        [.. weights.Manifest.Tasks.Select(task => Deployed(weights, task))]);

    private static DeployedTaskRow Deployed(DeployedWeights weights, ManifestTask task)
    {
        DataSize set = weights.TaskSet(task.Name) ?? DataSize.Zero;
        return new(task.Name, task.After?.Mean, task.After?.Low, task.After?.High, set.Bits / 8.0);
    }

    private static TimeExplanation[] Time(PlannedDesign design) =>
        [.. design.Tasks.Select((task, index) => TimeExplainer.Explain(task.Name, design.System.Tasks[index].Plan))];

    private static Comparison Compare(MeasuredDesign design, ResultColumn column, ReferenceFigures references, ResultStatus status)
    {
        DesignScenario scenario = design.Results.Plain.Case.Design;
        ReferenceFigure? reference = references.Find(scenario.Name, column.Key);
        bool stands = reference is not null && reference.HoldsAt(scenario.Workload.FrameRate);
        IReadOnlyList<Elasticity> elasticities = status.Elasticities(column);
        return new Comparison(
            column,
            column.Value(design.Plain),
            status.Of(column, elasticities),
            stands ? reference!.Value : null,
            stands ? reference!.Status : null,
            elasticities)
        {
            HoldsAtFps = stands ? null : reference?.At?.PerSecond,
        };
    }

    private static CalibrationRow Line(CalibrationEntry entry) =>
        new($"{entry.Kind}.{entry.Key}", entry.Value, entry.Status, entry.Source, entry.FittedTo);

    private static NumberRow Line(UncertainParameter number) => new(number.Name, number.Value, number.Status, number.Source);
}
