using Memti.Abstractions.Units;

namespace Memti.Runs.PowerCuts;

/// <summary>Whose power to cut, and when. Threads change how long it takes, never the result.</summary>
public sealed record PowerCutRequest
{
    /// <summary>The scenario file, as the user named it.</summary>
    public required string ScenarioFile { get; init; }

    /// <summary><c>key=value</c> overrides, in order.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>The designs; empty for all whose firmware is an ELF file, and where there is none, for those with bytes in
    /// memories.</summary>
    public IReadOnlyList<string> Designs { get; init; } = [];

    /// <summary>Most points of writes, and most boundaries of activities, to try in each design; at least 1.</summary>
    public long MostCuts { get; init; } = 10_000;

    /// <summary>The only cut to try; null for a campaign.</summary>
    public CutPoint? Only { get; init; }

    /// <summary>Time without power.</summary>
    public SimTime Dark { get; init; } = SimTime.FromMilliseconds(1);

    /// <summary>Ranges of memories that may differ.</summary>
    public IReadOnlyList<IgnoredRange> Ignored { get; init; } = [];

    /// <summary>Runs at one time, at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Is told how far campaigns are.</summary>
    public IProgress<CutProgress>? Progress { get; init; }
}
