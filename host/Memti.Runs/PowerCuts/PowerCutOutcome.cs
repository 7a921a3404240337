using Memti.Abstractions.Diagnostics;

namespace Memti.Runs.PowerCuts;

/// <summary>A report on power cuts, or why there is none.</summary>
/// <param name="Report">The report; null when there is none.</param>
/// <param name="Findings">Why there is none, or cuts that nobody noticed.</param>
public sealed record PowerCutOutcome(PowerCutReport? Report, IReadOnlyList<Diagnostic> Findings);
