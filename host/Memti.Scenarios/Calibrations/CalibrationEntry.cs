using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Scenarios.Calibrations;

/// <summary>A default that a calibration file gives to a key of a kind, with what is known of it.</summary>
public sealed record CalibrationEntry
{
    /// <summary>The kind that the value belongs to.</summary>
    public required string Kind { get; init; }

    /// <summary>The key of the kind, with its unit.</summary>
    public required string Key { get; init; }

    /// <summary>The value as it was written.</summary>
    public required string Value { get; init; }

    /// <summary>How well the value is known.</summary>
    public required NumberStatus Status { get; init; }

    /// <summary>Where the value comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The range in which the source leaves the value, in the unit of the key; null where it states none.</summary>
    public ValueRange? Stated { get; init; }

    /// <summary>The published figures that a fitted value was chosen to meet, such as <c>all-sram.max_fps</c>.</summary>
    public IReadOnlyList<string> FittedTo { get; init; } = [];

    /// <summary>The results that move with the value.</summary>
    public IReadOnlyList<string> Moves { get; init; } = [];

    /// <summary>Where the value stands.</summary>
    public required SourceLocation Place { get; init; }
}
