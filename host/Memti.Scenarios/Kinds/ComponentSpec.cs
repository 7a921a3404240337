namespace Memti.Scenarios;

/// <summary>A kind with its options filled in.</summary>
public sealed record ComponentSpec
{
    /// <summary>What the kind is.</summary>
    public required KindCategory Category { get; init; }

    /// <summary>The word that the scenario uses.</summary>
    public required string Kind { get; init; }

    /// <summary>An instance of the kind's options class: explicit keys over the calibration over the class's defaults.</summary>
    public required object Options { get; init; }

    /// <summary>Where the component stands, for findings that come later.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>The calibration values that the options took, in the order of the keys.</summary>
    public IReadOnlyList<CalibrationEntry> Calibrated { get; init; } = [];

    /// <summary>The parameters that neither the scenario nor the calibration gives: they have the default of the options class.</summary>
    public IReadOnlyList<ParameterDescriptor> Defaulted { get; init; } = [];
}
