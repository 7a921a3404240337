using Memti.Abstractions.Diagnostics;

namespace Memti.Scenarios;

/// <summary>What came of reading a scenario.</summary>
/// <param name="Scenario">The scenario; null when a finding is an error.</param>
/// <param name="Findings">All findings: those of the file in its order, then of the calibration, then of the <c>--set</c>
/// expressions.</param>
public sealed record ScenarioResult(ScenarioSet? Scenario, IReadOnlyList<Diagnostic> Findings);
