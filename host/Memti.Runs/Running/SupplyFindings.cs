using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Planning;
using Memti.Scenarios.Bindings;
using Memti.Simulation.Runs;
using Memti.Simulation.Supplies;

namespace Memti.Runs.Running;

/// <summary>Says of a supply that never starts its device how large its source must be.</summary>
internal static class SupplyFindings
{
    private const string Area = "panel_cm2";

    public static IEnumerable<Diagnostic> Of(CaseResult result)
    {
        SimulationResult run = result.Outcome.Workload;
        if (run.Supply is not { ColdStarts: 0 } supply || result.Outcome.Design.Supply is not { } planned || !IsDark(run, supply))
            yield break;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"design '{result.Case.Design.Name}': the supply never starts the device: its storage ends at {supply.Volts:0.###} V, and "
                + $"'on_v' is {planned.Spec.OnVolts:0.###}. {Remedy(planned, run.Seconds)}");
        yield return new Diagnostic(RunCodes.NeverStarts, text)
        {
            Severity = Severity.Warning,
            File = planned.Spec.Place.File,
            Line = planned.Spec.Place.Line,
            Column = planned.Spec.Place.Column,
            Key = planned.Spec.Place.Key,
        };
    }

    private static bool IsDark(SimulationResult run, SupplyResult supply) => supply.DarkSeconds >= run.Seconds * (1 - 1e-12);

    private static string Remedy(PlannedSupply supply, double seconds)
    {
        if (supply.Spec.Source is not { } source)
            return "Nothing charges it: give it a source, or start it at a higher voltage.";
        if (SourceSizing.FactorToStart(supply.System, seconds) is not { } factor)
            return "No source starts it within the run.";
        string times = string.Create(CultureInfo.InvariantCulture, $"The source must give {factor:0.###} times as much");
        return AreaOf(source) is { } area
            ? times + string.Create(CultureInfo.InvariantCulture, $", such as '{Area}: {area * factor:G4}'.")
            : times + ".";
    }

    private static double? AreaOf(ComponentSpec source) => source.Parameter(Area) is { } parameter
        && double.TryParse(parameter.Read(source.Options), NumberStyles.Float, CultureInfo.InvariantCulture, out double area)
            ? area
            : null;
}
