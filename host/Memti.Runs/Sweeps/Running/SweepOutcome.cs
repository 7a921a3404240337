using Memti.Abstractions.Diagnostics;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Running;

/// <summary>What came of a sweep.</summary>
/// <param name="Result">The results; null when a finding is an error.</param>
/// <param name="Findings">All findings.</param>
public sealed record SweepOutcome(SweepResult? Result, IReadOnlyList<Diagnostic> Findings);
