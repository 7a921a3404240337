namespace Memti.Runs.PowerCuts;

/// <summary>What became of one cut.</summary>
public sealed record CutResult
{
    /// <summary>The cut.</summary>
    public required CutPoint Cut { get; init; }

    /// <summary>When it was, in picoseconds since the start of the run.</summary>
    public required Int128 Time { get; init; }

    /// <summary>What became of it.</summary>
    public required CutOutcome Outcome { get; init; }

    /// <summary>The same as reports say it: <c>recovered</c>, <c>detected</c> or <c>silent</c>.</summary>
    public string OutcomeWord => Outcome.ToString().ToLowerInvariant();

    /// <summary>How the run ended: <c>same bytes</c>, <c>other bytes</c>, or what was noticed.</summary>
    public required string How { get; init; }

    /// <summary>Where the core was; null for a copy of the DMA engine and for the boundary of an activity.</summary>
    public CutPlace? Place { get; init; }

    /// <summary>The word under way, such as <c>store+0x40</c>; empty for the boundary of an activity.</summary>
    public string Word { get; init; } = "";

    /// <summary>Bytes that differ from the uncut run at the end.</summary>
    public long DifferentBytes { get; init; }

    /// <summary>The first of them, such as <c>store+0x40</c>; empty for none.</summary>
    public string FirstDifference { get; init; } = "";

    /// <summary>Words that the run after the cut has written to non-volatile memories.</summary>
    public long Writes { get; init; }

    /// <summary>Picoseconds from the return of power to the end of the run.</summary>
    public Int128 Duration { get; init; }
}
