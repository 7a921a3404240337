using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
using Memti.Documents.Nodes;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Points;
using Memti.Scenarios;

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
    /// <param name="template">Its scenario.</param>
    /// <param name="scenario">The scenario as it stands.</param>
    public static IEnumerable<Diagnostic> Of(SweepStudy study, PointGrid grid, ScenarioTemplate template, ScenarioSet scenario)
    {
        string[] designs = [.. scenario.Designs.Select(static design => design.Name)];
        FindingList findings = new(study.File);
        foreach (string name in study.Designs)
            RequireDesign(name, designs, study.AxesPlace with { Key = SweepKeys.Designs.Name }, findings);
        for (int axis = 0; axis < study.Axes.Count; axis++)
            foreach (string key in KeysOf(study.Axes[axis], grid.Case(0, axis)))
                if (key.Split('.') is ["designs", var design, _, ..])
                    RequireDesign(design, designs, study.Axes[axis].Place, findings);
        foreach (Diagnostic finding in findings.InFileOrder())
            yield return finding;
        if (findings.HasErrors)
            yield break;
        SourceLocation[] places = [.. PlacesOf(study, grid)];
        foreach (Diagnostic finding in template.With(grid.Overrides(0)).Findings)
            if (finding is { File: FindingList.CommandLineFile, Code: DocumentCodes.UnknownKey or DocumentCodes.BadOverride })
                yield return At(finding, places[finding.Line - 1]);
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

    private static void RequireDesign(string name, string[] designs, SourceLocation place, FindingList findings)
    {
        if (!designs.Contains(name))
            findings.UnknownWord(DiagnosticCode.UnknownName, place, name, "the scenario has no design of that name", designs);
    }
}
