using Memti.Scenarios.Calibrations;
using Memti.Scenarios.Designs;
using Memti.Scenarios.References;

namespace Memti.Scenarios;

/// <summary>A scenario file, validated: its designs with every override applied.</summary>
public sealed record ScenarioSet
{
    /// <summary>Name of the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>What the scenario is; empty when the file does not say.</summary>
    public string Description { get; init; } = "";

    /// <summary>The file as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>Seed of all random streams, not negative.</summary>
    public required long Seed { get; init; }

    /// <summary>SHA-256 of the file, in lower case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The <c>--set</c> expressions that were applied, in order.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>At least one design, in the order of the file.</summary>
    public required IReadOnlyList<DesignScenario> Designs { get; init; }

    /// <summary>Published figures to set results against.</summary>
    public ReferenceFigures References { get; init; } = ReferenceFigures.None;

    /// <summary>The calibration that was applied; null when the scenario names none.</summary>
    public Calibration? Calibration { get; init; }
}
