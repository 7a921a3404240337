using Memti.Runs.Timelines;

namespace Memti.Runs.Reports;

/// <summary>Everything a run says of one design.</summary>
public sealed record DesignReport
{
    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>What the design is.</summary>
    public required string Description { get; init; }

    /// <summary>Firmware that ran it.</summary>
    public required string Firmware { get; init; }

    /// <summary>The workload, and the power over it.</summary>
    public required OperatingPoint OperatingPoint { get; init; }

    /// <summary>The figures.</summary>
    public required DesignFigures Figures { get; init; }

    /// <summary>The figures beside the published ones, in the order of <see cref="ResultColumn.All"/>.</summary>
    public required IReadOnlyList<Comparison> Comparisons { get; init; }

    /// <summary>Where the energy of a frame goes: by component, cause and task, in that order, without zeros.</summary>
    public required IReadOnlyList<EnergyPost> Energy { get; init; }

    /// <summary>Relative gap between the sum of all postings and the integral of power.</summary>
    public required double LedgerGap { get; init; }

    /// <summary>What sets the time of one inference, by task.</summary>
    public required IReadOnlyList<TaskTime> Tasks { get; init; }

    /// <summary>Where the time of an inference goes, layer by layer, by task; empty unless it was asked for.</summary>
    public IReadOnlyList<TimeExplanation> Time { get; init; } = [];

    /// <summary>Wear of each non-volatile region.</summary>
    public required IReadOnlyList<RegionLifetime> Lifetimes { get; init; }

    /// <summary>
    /// Bytes of task parameters loaded into the working memory, per frame; null where that memory is written with other things too, or
    /// there is none.
    /// </summary>
    public double? ReloadBytesPerFrame { get; init; }

    /// <summary>The memories.</summary>
    public required IReadOnlyList<MemoryRow> Memories { get; init; }

    /// <summary>Power-down and its balance.</summary>
    public required PowerSummary Power { get; init; }

    /// <summary>What the processor did; null for managed firmware.</summary>
    public CoreSummary? Core { get; init; }

    /// <summary>What the supply did; null for one that always has enough.</summary>
    public SupplySummary? Supply { get; init; }

    /// <summary>The streams of the workload; null for a workload without.</summary>
    public StreamSummary? Streams { get; init; }

    /// <summary>The workload as it went.</summary>
    public required FrameSummary Frames { get; init; }

    /// <summary>One frame in detail; null unless it was asked for and the run reaches it. Not part of JSON and CSV.</summary>
    public FrameTimeline? Timeline { get; init; }

    /// <summary>Other readings of the rules.</summary>
    public required IReadOnlyList<VariantRow> Variants { get; init; }
}
