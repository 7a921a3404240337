using Memti.Documents.Nodes;
using Memti.Runs.Sweeps.Expressions;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>A study from a file: what differs between its points, and what is wanted of them.</summary>
public sealed record SweepStudy
{
    /// <summary>Name of the study.</summary>
    public required string Name { get; init; }

    /// <summary>What the study is; empty when the file does not say.</summary>
    public required string Description { get; init; }

    /// <summary>The file, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Path of the scenario that every point changes.</summary>
    public required string Base { get; init; }

    /// <summary>Where the study names it.</summary>
    public required SourceLocation BasePlace { get; init; }

    /// <summary>Names of the designs to run; empty for all. The first design of the scenario always runs.</summary>
    public required IReadOnlyList<string> Designs { get; init; }

    /// <summary>Indices of the metrics in the catalog, in the order of the study.</summary>
    public required IReadOnlyList<int> Metrics { get; init; }

    /// <summary>The objectives, by the order of <see cref="Metrics"/>.</summary>
    public required IReadOnlyList<SweepObjective> Objectives { get; init; }

    /// <summary>Index among <see cref="Metrics"/> of the metric whose crossings with the first design are wanted; null for none.</summary>
    public int? Crossings { get; init; }

    /// <summary>The charts that are wanted.</summary>
    public required IReadOnlyList<StudyChart> Charts { get; init; }

    /// <summary>How uncertain numbers are drawn; null for results without intervals.</summary>
    public UncertaintySpec? Uncertainty { get; init; }

    /// <summary>The study with uncertain numbers drawn, as its file says or as usual.</summary>
    public SweepStudy WithUncertainty() => Uncertainty is not null ? this : this with
    {
        Uncertainty = new UncertaintySpec(SweepKeys.Samples.Fallback, SweepKeys.Seed.Fallback),
    };

    /// <summary>What is set at every point.</summary>
    internal IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>The axes, in the order of the file.</summary>
    internal IReadOnlyList<AxisSpec> Axes { get; init; } = [];

    /// <summary>Axes that are walked together, as indices.</summary>
    internal IReadOnlyList<IReadOnlyList<int>> Zipped { get; init; } = [];

    /// <summary>How points are drawn; null for every combination.</summary>
    internal SampleSpec? Sample { get; init; }

    /// <summary>What points and designs must keep.</summary>
    internal IReadOnlyList<Condition> Constraints { get; init; } = [];

    /// <summary>Where the axes stand.</summary>
    internal SourceLocation AxesPlace { get; init; } = new(null, 0, 0, "");
}
