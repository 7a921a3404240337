using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Deployments;
using Memti.Scenarios;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Running;

/// <summary>Sees to it that a request fits its scenario: designs that it names are there, and weights fit one of those that run.</summary>
internal static class RequestCheck
{
    /// <summary>What does not fit.</summary>
    public static IReadOnlyList<Diagnostic> Of(RunRequest request, ScenarioSet scenario)
    {
        Diagnostic[] unknown = [.. UnknownDesigns(scenario, request.Designs)];
        if (unknown.Length == 0 && scenario.Designs.Count(design => request.WritesOf(design.Name)) > 1)
            return [SeveralToView(request, scenario)];
        if (unknown.Length > 0 || request.Weights is not { } weights)
            return unknown;
        DesignScenario[] chosen = [.. request.ChosenOf(scenario.Designs)];
        return chosen.Any(weights.Fits) ? [] : [Unfit(weights, chosen[^1])];
    }

    private static IEnumerable<Diagnostic> UnknownDesigns(ScenarioSet scenario, IReadOnlyList<string> names)
    {
        string[] known = [.. scenario.Designs.Select(static design => design.Name)];
        return names.Where(name => !known.Contains(name)).Select(name => UnknownDesign(scenario.File, name, string.Join(", ", known)));
    }

    private static Diagnostic UnknownDesign(string file, string name, string known) =>
        new(DiagnosticCode.UnknownName, $"there is no design '{name}'; permitted: {known}.")
        {
            File = file,
            Key = "designs",
            Value = name,
            Permitted = known,
        };

    private static Diagnostic SeveralToView(RunRequest request, ScenarioSet scenario)
    {
        string known = string.Join(", ", scenario.Designs.Select(static design => design.Name));
        string key = request.Trace is null ? "profile" : "trace";
        return new(RunCodes.OneDesignAtATime, $"a {key} shows one design, and several run. Choose one with `--design`: {known}.")
        {
            File = scenario.File,
            Key = key,
            Permitted = known,
        };
    }

    private static Diagnostic Unfit(DeployedWeights weights, DesignScenario design)
    {
        string why = weights.Difference(design)!;
        return new(
            RunCodes.DeploymentDoesNotFit,
            $"design '{design.Name}' cannot run the weight images '{weights.File}': {why}. Build the images from this scenario.")
        {
            File = design.Place.File,
            Line = design.Place.Line,
            Column = design.Place.Column,
            Key = "weights",
            Value = weights.File,
        };
    }
}
