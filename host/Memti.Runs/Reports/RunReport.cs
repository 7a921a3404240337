namespace Memti.Runs.Reports;

/// <summary>The result of one scenario: its designs side by side, and what reproduces them.</summary>
public sealed record RunReport
{
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>SHA-256 of the scenario file.</summary>
    public required string ScenarioSha256 { get; init; }

    /// <summary>SHA-256 of the calibration file; null when the scenario names none.</summary>
    public string? CalibrationSha256 { get; init; }

    /// <summary>Seed of all random streams.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Overrides of the command line, in order.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }

    /// <summary>Version of Memti.</summary>
    public required string Version { get; init; }

    /// <summary>Frames per second of the workload; null where designs have rates of their own.</summary>
    public required double? Fps { get; init; }

    /// <summary>Seconds of the workload; null where designs have durations of their own.</summary>
    public required double? DurationSeconds { get; init; }

    /// <summary>The first design as the scenario runs it.</summary>
    public required BaselineSummary Baseline { get; init; }

    /// <summary>The first design under the best firmware that it can have.</summary>
    public required BaselineSummary BestBaseline { get; init; }

    /// <summary>
    /// Every firmware that was tried on the first design, with its figures over the frames of the trial, in the order of the trials.
    /// </summary>
    public required IReadOnlyList<BaselineSummary> TriedBaselines { get; init; }

    /// <summary>Where the published figures are from; null when there are none.</summary>
    public string? ReferenceSource { get; init; }

    /// <summary>The designs in the order of the file.</summary>
    public required IReadOnlyList<DesignReport> Designs { get; init; }

    /// <summary>The weight images that were deployed; null for none.</summary>
    public DeploymentRow? Weights { get; init; }

    /// <summary>Calibrated numbers in force.</summary>
    public required IReadOnlyList<CalibrationRow> Calibration { get; init; }

    /// <summary>The uncertain numbers behind the results; empty when no status was asked for. Not part of JSON and CSV.</summary>
    public IReadOnlyList<NumberRow> Numbers { get; init; } = [];

    /// <summary>Plugins that took part: id and SHA-256 of the assembly.</summary>
    public required IReadOnlyList<PluginRow> Plugins { get; init; }
}
