using Memti.Abstractions.Diagnostics;

namespace Memti.Runs.Headers;

/// <summary>What came of a request for headers.</summary>
/// <param name="Files">The files; null when a finding is an error.</param>
/// <param name="Findings">All findings.</param>
public sealed record HeaderOutcome(IReadOnlyList<HeaderFile>? Files, IReadOnlyList<Diagnostic> Findings);
