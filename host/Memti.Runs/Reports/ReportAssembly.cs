using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Plugins.Loading;
using Memti.Runs.Deployments;
using Memti.Runs.Runs;
using Memti.Scenarios;
using Memti.Scenarios.Calibrations;
using Memti.Scenarios.Designs;
using Memti.Scenarios.References;

namespace Memti.Runs.Reports;

/// <summary>Puts the results of all tasks of a run into one report.</summary>
internal static class ReportAssembly
{
    public static RunReport Assemble(ScenarioSet scenario, RunRequest request, IReadOnlyList<RunCase> tasks, PluginCatalog catalog)
    {
        RunCase[] plain = [.. tasks.Where(static task => task.IsPlain)];
        var figures = new FigureTable(tasks);
        var status = new ResultStatus(figures, tasks, catalog.Cells, request.Sensitivity);
        return new RunReport
        {
            Scenario = scenario.Name,
            ScenarioSha256 = scenario.Sha256,
            CalibrationSha256 = scenario.Calibration?.Sha256,
            Seed = (ulong)scenario.Seed,
            Overrides = request.Overrides,
            Version = MemtiVersion.Current,
            Fps = Shared(plain, static task => task.Design.Workload.FrameRate.PerSecond),
            DurationSeconds = Shared(plain, static task => task.Design.Workload.Frames / task.Design.Workload.FrameRate.PerSecond),
            Baseline = BaselineReporter.AsItRuns(plain[0]),
            BestBaseline = BaselineReporter.Best(plain[0]),
            TriedBaselines = BaselineReporter.Tried(plain[0]),
            ReferenceSource = scenario.References.Source.Length == 0 ? null : scenario.References.Source,
            Designs = [.. plain.Select(task => Design(task, scenario, tasks, figures, status, request.ExplainTime))],
            Weights = request.Weights is { } weights ? Deployment(weights, plain) : null,
            Calibration = [.. (scenario.Calibration?.Entries ?? []).Select(Line)],
            Plugins = [.. catalog.Plugins.Select(static plugin => new PluginRow(plugin.Id, plugin.Manifest?.AssemblyVersion.ToString(), plugin.Manifest?.Sha256))],
        };
    }

    /// <summary>What all designs share; null where they differ.</summary>
    private static double? Shared(RunCase[] plain, Func<RunCase, double> value) =>
        plain.Select(value).Distinct().Count() == 1 ? value(plain[0]) : null;

    private static DesignReport Design(RunCase task, ScenarioSet scenario, IReadOnlyList<RunCase> tasks, FigureTable figures, ResultStatus status, bool explain)
    {
        Comparison[] comparisons = [.. ResultColumn.All.Select(column => Compare(task, column, scenario, figures, status))];
        VariantRow[] variants = [.. tasks
            .Where(other => other.Variant is not null && other.Design.Name == task.Design.Name)
            .Select(other => Variant(other.Variant!, figures.Of(other), other.Outcome!))];
        return DesignReporter.Report(task.Outcome!, figures.Of(task), comparisons, variants) with { Time = explain ? Time(task.Outcome!.Design) : [] };
    }

    private static VariantRow Variant(DesignVariant variant, DesignFigures figures, DesignOutcome outcome) =>
        new(variant.Name, variant.Description, figures, OperatingPoint.Of(outcome));

    private static DeploymentRow Deployment(DeployedWeights weights, IReadOnlyList<RunCase> plain) => new(
        Path.GetFileName(weights.File),
        weights.Sha256,
        [.. plain.Where(task => weights.Fits(task.Design)).Select(static task => task.Design.Name)],
        [.. weights.Manifest.Tasks.Select(task => new DeployedTaskRow(task.Name, task.After?.Mean, task.After?.Low, task.After?.High, (weights.TaskSet(task.Name) ?? DataSize.Zero).Bits / 8.0))]);

    private static TimeExplanation[] Time(PlannedDesign design) =>
        [.. design.Tasks.Select((task, index) => TimeExplainer.Explain(task.Name, design.System.Tasks[index].Plan))];

    private static Comparison Compare(RunCase task, ResultColumn column, ScenarioSet scenario, FigureTable figures, ResultStatus status)
    {
        ReferenceFigure? reference = scenario.References.Find(task.Design.Name, column.Key);
        bool stands = reference is not null && reference.HoldsAt(task.Design.Workload.FrameRate);
        Elasticity[] elasticities = [.. status.Elasticities(task, column)];
        return new Comparison(
            column,
            column.Value(figures.Of(task)),
            status.Of(task, column, elasticities),
            stands ? reference!.Value : null,
            stands ? reference!.Status : null,
            elasticities)
        {
            HoldsAtFps = stands ? null : reference?.At?.PerSecond,
        };
    }

    private static CalibrationRow Line(CalibrationEntry entry) => new($"{entry.Kind}.{entry.Key}", entry.Value, entry.Status, entry.Source, entry.FittedTo);
}
