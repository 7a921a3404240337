namespace Memti.Runs.PowerCuts;

/// <summary>How a run after a cut ended.</summary>
/// <param name="Outcome">What became of the cut.</param>
/// <param name="How">How the run ended, in words.</param>
/// <param name="Duration">Picoseconds from the return of power.</param>
/// <param name="DifferentBytes">Bytes that differ from the uncut run.</param>
/// <param name="FirstDifference">The first of them; empty for none.</param>
internal readonly record struct RecoveredRun(
    CutOutcome Outcome, string How, Int128 Duration, long DifferentBytes, string FirstDifference);
