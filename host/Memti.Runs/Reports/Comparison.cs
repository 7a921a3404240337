using Memti.Abstractions.Parameters;

namespace Memti.Runs.Reports;

/// <summary>One figure of one design beside the published one.</summary>
/// <param name="Column">Which figure.</param>
/// <param name="Value">Ours; null when the design has none.</param>
/// <param name="Status">How well ours is known; null when that was not asked for.</param>
/// <param name="Reference">The published figure; null when there is none.</param>
/// <param name="ReferenceStatus">How the published figure is known.</param>
/// <param name="Elasticities">Relative change of the figure per relative change of a number, for the calibrated and default numbers that
/// it rests on.</param>
public sealed record Comparison(
    ResultColumn Column,
    double? Value,
    NumberStatus? Status,
    double? Reference,
    NumberStatus? ReferenceStatus,
    IReadOnlyList<Elasticity> Elasticities)
{
    /// <summary>
    /// Frames per second that the published figure holds at, where the design runs at another rate and it does not stand here; else null.
    /// </summary>
    public double? HoldsAtFps { get; init; }

    /// <summary>Ours over the published figure; null when one is missing.</summary>
    public double? Ratio => Reference is { } reference && reference != 0 ? Value / reference : null;
}
