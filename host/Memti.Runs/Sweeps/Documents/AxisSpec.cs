using Memti.Documents.Nodes;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>An axis of a study.</summary>
internal sealed record AxisSpec
{
    /// <summary>What the results call it.</summary>
    public required SweepAxis Axis { get; init; }

    /// <summary>
    /// Its values where it is a list, a range with a step, or points of a logarithmic range; empty where it must be sampled.
    /// </summary>
    public IReadOnlyList<AxisCase> Cases { get; init; } = [];

    /// <summary>The range that samples are drawn from; null where they are drawn from the cases.</summary>
    public AxisRange? Range { get; init; }

    /// <summary>The keys that a drawn number is set under.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Where it stands in the study.</summary>
    public required SourceLocation Place { get; init; }

    /// <summary>Name of its column.</summary>
    public string Name => Axis.Name;

    /// <summary>A number under the keys of the axis.</summary>
    public AxisCase CaseOf(string number) => new(number, [.. Keys.Select(key => $"{key}={number}")]);
}
