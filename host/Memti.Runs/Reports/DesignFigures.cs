namespace Memti.Runs.Reports;

/// <summary>The figures by which designs are compared.</summary>
public sealed record DesignFigures
{
    /// <summary>
    /// Frames per second when frames follow each other without a gap, task switches included; null for firmware on a processor.
    /// </summary>
    public required double? MaxFps { get; init; }

    /// <summary>
    /// Average power in mW at <see cref="MaxFps"/>, everything awake; the background and refresh of off-chip memory count for the share of
    /// time in which it transfers. Null for firmware on a processor.
    /// </summary>
    public required double? PowerMw { get; init; }

    /// <summary>Area in mm² of the on-chip memories that hold weights; null when none does.</summary>
    public double? WeightMemoryAreaMm2 { get; init; }

    /// <summary>Energy in mJ of the whole system per frame that was worked on, off-chip memory and idle time included.</summary>
    public required double EnergyPerFrameMj { get; init; }

    /// <summary>
    /// Energy per frame of the first design, as the scenario runs it, over this one's; 1 for the first, null at another frame rate.
    /// </summary>
    public double? SavedEnergy { get; init; } = 1;

    /// <summary>
    /// Energy per frame of the first design under the best firmware that it can have, over this one's; null at another frame rate.
    /// </summary>
    public double? SavedEnergyBestBaseline { get; init; }

    /// <summary>Frames of the workload that were finished late or skipped.</summary>
    public required long FramesMissed { get; init; }

    /// <summary>Years until the first non-volatile region wears out; null when nothing wears.</summary>
    public double? LifetimeYears { get; init; }
}
