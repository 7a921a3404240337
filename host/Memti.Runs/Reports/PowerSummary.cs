namespace Memti.Runs.Reports;

/// <summary>
/// How a design spends its time and what powering down costs it. The balance is what the firmware saw; null when it never asked.
/// </summary>
/// <param name="PowerDowns">Power-downs over the workload.</param>
/// <param name="MemorySleeps">Times that a single memory was let to sleep while the accelerator was on.</param>
/// <param name="AwakeShare">Share of time in which the accelerator is on or waking.</param>
/// <param name="IdleGapMs">Mean time without work per frame that has a task, in ms.</param>
/// <param name="BreakEvenMs">Gap above which powering down saves energy, in ms; null also when it never does.</param>
/// <param name="WakeUpUj">Cost of one wake-up in µJ, what must be reloaded for it included.</param>
/// <param name="WakeUpUs">Time of one wake-up in µs.</param>
/// <param name="IdleMw">Power in mW when on and idle.</param>
/// <param name="OffMw">Power in mW when down.</param>
public sealed record PowerSummary(
    long PowerDowns,
    long MemorySleeps,
    double AwakeShare,
    double IdleGapMs,
    double? BreakEvenMs,
    double? WakeUpUj,
    double? WakeUpUs,
    double? IdleMw,
    double? OffMw);
