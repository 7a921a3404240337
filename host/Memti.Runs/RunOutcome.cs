using Memti.Abstractions.Diagnostics;
using Memti.Runs.Reports;

namespace Memti.Runs;

/// <summary>What came of a run.</summary>
/// <param name="Report">The report; null when a finding is an error.</param>
/// <param name="Findings">All findings.</param>
public sealed record RunOutcome(RunReport? Report, IReadOnlyList<Diagnostic> Findings);
