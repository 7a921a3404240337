namespace Memti.Runs.Sizing;

/// <summary>What to size: one number of the supply of one design, so that a target is met.</summary>
public sealed record SizeRequest
{
    /// <summary>The scenario file, as the user named it.</summary>
    public required string ScenarioFile { get; init; }

    /// <summary><c>key=value</c> overrides, in order.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>The design; null for the first one with a supply.</summary>
    public string? Design { get; init; }

    /// <summary>The number, below <c>supply</c>: <c>source.panel_cm2</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What has to be met.</summary>
    public required SizeTarget Target { get; init; }

    /// <summary>Least value, above zero; null for a thousandth of the scenario's.</summary>
    public double? Least { get; init; }

    /// <summary>Greatest value; null for a thousand times the scenario's.</summary>
    public double? Greatest { get; init; }

    /// <summary>Ratio of the smallest value that meets the target to one that does not, less one. Default: 1 %.</summary>
    public double Precision { get; init; } = 0.01;
}
