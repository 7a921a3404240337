namespace Memti.Runs.PowerCuts;

/// <summary>The cuts of one design.</summary>
public sealed record CutCampaign
{
    /// <summary>Name of the design.</summary>
    public required string Design { get; init; }

    /// <summary>What the design is; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>Length of the uncut run in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Words that the uncut run has written to non-volatile memories.</summary>
    public required long Writes { get; init; }

    /// <summary>All moments of these writes at which power can be cut.</summary>
    public required long Points { get; init; }

    /// <summary>Moments at which an activity begins or ends.</summary>
    public required long Boundaries { get; init; }

    /// <summary>The cuts that were tried, in order.</summary>
    public required IReadOnlyList<CutResult> Cuts { get; init; }

    /// <summary>Wear of each memory that was written.</summary>
    public required IReadOnlyList<WornWord> Wear { get; init; }

    /// <summary>The cuts by the instruction that wrote.</summary>
    public required IReadOnlyList<PlaceRow> Places { get; init; }

    /// <summary>The first cut that was silent, else the first one that was detected, or the only one; null for none.</summary>
    public CutResult? Smallest { get; init; }

    /// <summary>What happened around <see cref="Smallest"/>; empty for none.</summary>
    public IReadOnlyList<TimelineLine> Timeline { get; init; } = [];

    /// <summary>True when every moment was tried.</summary>
    public bool IsExhaustive => Cuts.Count == Points + Boundaries;

    /// <summary>Number of cuts with an outcome.</summary>
    public long Count(CutOutcome outcome) => Cuts.LongCount(cut => cut.Outcome == outcome);
}
