using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
using Memti.Documents.Nodes;
using Memti.Runs.Codes;
using Memti.Runs.Sweeps.Bases;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Metrics;
using Memti.Runs.Sweeps.Points;

namespace Memti.Runs.Sweeps.Running;

/// <summary>
/// Finds, before the first point, what no point can mend: keys and designs that are not there. A value that the scenario does not take is
/// the finding of its points.
/// </summary>
internal static class StudyCheck
{
    /// <summary>What is wrong.</summary>
    /// <param name="study">The study.</param>
    /// <param name="grid">Its points.</param>
    /// <param name="start">What its points change.</param>
    public static IEnumerable<Diagnostic> Of(SweepStudy study, PointGrid grid, IStudyBase start)
    {
        FindingList findings = new(study.File);
        if (start is ScenarioBase scenario)
            RequireDesigns(study, grid, scenario.AllDesigns, findings);
        else if (study.Uncertainty is not null)
            findings.Add(
                SweepCodes.NoUncertainNumbers,
                study.BasePlace,
                $"'{study.Base}' is no scenario and has no uncertain numbers to draw; leave uncertainty out.");
        RequireMetrics(study, start.Metrics, findings);
        foreach (Diagnostic finding in findings.InFileOrder())
            yield return finding;
        if (findings.HasErrors)
            yield break;
        SourceLocation[] places = [.. PlacesOf(study, grid)];
        foreach (Diagnostic finding in start.FindingsAt(grid.Overrides(0)))
            if (finding is { File: FindingList.CommandLineFile, Code: DocumentCodes.UnknownKey or DocumentCodes.BadOverride })
                yield return At(finding, places[finding.Line - 1]);
    }

    private static void RequireMetrics(SweepStudy study, IReadOnlyList<int> metrics, FindingList findings)
    {
        string missing = Names(study.Metrics.Except(metrics)), permitted = Names(metrics);
        if (missing.Length > 0)
            findings.Add(
                DiagnosticCode.UnknownName,
                study.BasePlace with { Key = SweepKeys.Metrics.Name },
                $"'{Path.GetFileName(study.Base)}' does not have {missing}; name others under 'metrics', permitted: {permitted}.",
                missing,
                permitted);

        static string Names(IEnumerable<int> indices) => string.Join(", ", indices.Select(static one => MetricCatalog.All[one].Name));
    }

    private static void RequireDesigns(SweepStudy study, PointGrid grid, IReadOnlyList<string> designs, FindingList findings)
    {
        foreach (string name in study.Designs)
            RequireDesign(name, designs, study.AxesPlace with { Key = SweepKeys.Designs.Name }, findings);
        for (int axis = 0; axis < study.Axes.Count; axis++)
            foreach (string key in KeysOf(study.Axes[axis], grid.Case(0, axis)))
                if (key.Split('.') is ["designs", var design, _, ..])
                    RequireDesign(design, designs, study.Axes[axis].Place, findings);
    }

    private static IEnumerable<string> KeysOf(AxisSpec axis, AxisCase first) =>
        axis.Cases.Prepend(first).SelectMany(static one => one.Overrides).Select(KeyOf).Distinct();

    private static string KeyOf(string expression) => expression[..Math.Max(0, expression.IndexOf('=', StringComparison.Ordinal))];

    /// <summary>Where each expression of the first point stands in the study.</summary>
    private static IEnumerable<SourceLocation> PlacesOf(SweepStudy study, PointGrid grid) =>
    [
        .. study.Set.Select(_ => study.AxesPlace with { Key = SweepKeys.Set.Name }),
        .. Enumerable.Range(0, study.Axes.Count).SelectMany(axis => grid.Case(0, axis).Overrides.Select(_ => study.Axes[axis].Place)),
    ];

    private static Diagnostic At(Diagnostic finding, SourceLocation place) => finding with
    {
        File = place.File,
        Line = place.Line,
        Column = place.Column,
    };

    private static void RequireDesign(string name, IReadOnlyList<string> designs, SourceLocation place, FindingList findings)
    {
        if (!designs.Contains(name))
            findings.UnknownWord(DiagnosticCode.UnknownName, place, name, "the scenario has no design of that name", designs);
    }
}
