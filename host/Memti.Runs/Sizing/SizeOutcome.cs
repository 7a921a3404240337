using Memti.Abstractions.Diagnostics;

namespace Memti.Runs.Sizing;

/// <summary>What came of a search.</summary>
/// <param name="Result">The result; null when there is none.</param>
/// <param name="Findings">Why there is none, or what else was found.</param>
public sealed record SizeOutcome(SizeResult? Result, IReadOnlyList<Diagnostic> Findings);
