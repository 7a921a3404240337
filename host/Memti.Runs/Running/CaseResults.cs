using Memti.Abstractions.Diagnostics;

namespace Memti.Runs.Running;

/// <summary>What came of some cases.</summary>
/// <param name="Done">The cases that ran, in their order.</param>
/// <param name="Errors">Why the others did not, in their order.</param>
internal sealed record CaseResults(IReadOnlyList<CaseResult> Done, IReadOnlyList<Diagnostic> Errors);
