namespace Memti.Scenarios.References;

/// <summary>Published figures of the designs.</summary>
/// <param name="Source">Where they were published; empty when the file does not say.</param>
/// <param name="Designs">Figures by design, then by metric.</param>
public sealed record ReferenceFigures(string Source, IReadOnlyDictionary<string, IReadOnlyDictionary<string, ReferenceFigure>> Designs)
{
    /// <summary>The metrics that a reference can be given for: the names of the results.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
        ["max_fps", "power_mw", "weight_memory_area_mm2", "energy_per_frame_mj", "saved_energy", "saved_energy_best_baseline",
            "frames_missed", "lifetime_years"];

    /// <summary>The metrics that depend on the rate of the workload; the others hold at any.</summary>
    public static IReadOnlyList<string> RateMetrics { get; } =
        ["energy_per_frame_mj", "saved_energy", "saved_energy_best_baseline", "frames_missed", "lifetime_years"];

    /// <summary>No figures.</summary>
    public static ReferenceFigures None { get; } = new("", new Dictionary<string, IReadOnlyDictionary<string, ReferenceFigure>>());

    /// <summary>The figure of a design; null when there is none.</summary>
    public ReferenceFigure? Find(string design, string metric) => Designs.GetValueOrDefault(design)?.GetValueOrDefault(metric);
}
