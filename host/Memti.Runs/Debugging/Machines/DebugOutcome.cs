using Memti.Abstractions.Diagnostics;

namespace Memti.Runs.Debugging.Machines;

/// <summary>A design to debug, or why there is none.</summary>
/// <param name="Design">The design; null when a finding is an error.</param>
/// <param name="Findings">All findings.</param>
public sealed record DebugOutcome(DebuggedDesign? Design, IReadOnlyList<Diagnostic> Findings);
