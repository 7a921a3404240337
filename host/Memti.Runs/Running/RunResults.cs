using Memti.Runs.Sensitivity;
using Memti.Scenarios;

namespace Memti.Runs.Running;

/// <summary>What came of a run, before anything is said of it.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Designs">The designs that ran, in the order of the scenario; others are set against the first.</param>
/// <param name="Numbers">The numbers that were moved, or that could not be; null when nothing was to be moved.</param>
internal sealed record RunResults(
    ScenarioSet Scenario,
    RunRequest Request,
    IReadOnlyList<DesignResults> Designs,
    IReadOnlyList<UncertainParameter>? Numbers);
