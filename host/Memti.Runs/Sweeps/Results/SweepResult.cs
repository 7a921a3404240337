using Memti.Runs.Reports;

namespace Memti.Runs.Sweeps.Results;

/// <summary>What came of a sweep.</summary>
public sealed record SweepResult
{
    /// <summary>Name of the study.</summary>
    public required string Study { get; init; }

    /// <summary>What the study is; empty when its file does not say.</summary>
    public string Description { get; init; } = "";

    /// <summary>The study file, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the study file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The scenario that every point changes, as the study names it.</summary>
    public required string Base { get; init; }

    /// <summary>SHA-256 of that scenario.</summary>
    public required string BaseSha256 { get; init; }

    /// <summary>Version of Memti.</summary>
    public required string Version { get; init; }

    /// <summary>Points, axes and metrics.</summary>
    public required SweepTable Table { get; init; }

    /// <summary>What the study wants of its metrics.</summary>
    public IReadOnlyList<SweepObjective> Objectives { get; init; } = [];

    /// <summary>Index of the metric whose crossings are wanted; null for none.</summary>
    public int? CrossingMetric { get; init; }

    /// <summary>The Pareto front of the objectives; null for fewer than two objectives.</summary>
    public ParetoFront? Front { get; init; }

    /// <summary>Crossings of designs with the first one, where the study has one numeric axis and wants them.</summary>
    public IReadOnlyList<Crossing> Crossings { get; init; } = [];

    /// <summary>What each uncertain number moves at the scenario itself; empty unless uncertainty was asked for.</summary>
    public IReadOnlyList<TornadoBar> Tornado { get; init; } = [];

    /// <summary>Draws of the uncertain numbers at each point; 0 where they were not drawn.</summary>
    public int Samples { get; init; }

    /// <summary>Fitted and assumed numbers that were not drawn, because nothing states their range.</summary>
    public IReadOnlyList<UnsampledNumber> Unsampled { get; init; } = [];

    /// <summary>The charts that the study wants.</summary>
    public IReadOnlyList<StudyChart> Charts { get; init; } = [];

    /// <summary>Plugins that took part.</summary>
    public required IReadOnlyList<PluginRow> Plugins { get; init; }
}
