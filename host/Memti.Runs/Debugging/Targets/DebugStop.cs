namespace Memti.Runs.Debugging.Targets;

/// <summary>How a target came to stand still.</summary>
/// <param name="Reason">Why.</param>
/// <param name="ExitCode">Of a run that is over: 0 for success, otherwise the failure's number, 1 to 255.</param>
/// <param name="Explanation">What a user should read about it; null for nothing.</param>
public readonly record struct DebugStop(DebugStopReason Reason, int ExitCode = 0, string? Explanation = null);
