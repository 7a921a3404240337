using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Scenarios.References;

/// <summary>A published figure to set a result against.</summary>
/// <param name="Value">The figure, in the unit of its metric.</param>
/// <param name="Status">How well it is known; a plain number in the file is published.</param>
/// <param name="Note">How it was obtained; empty when the file does not say.</param>
public sealed record ReferenceFigure(double Value, NumberStatus Status, string Note)
{
    /// <summary>The frame rate of the workload that the figure holds at; null when it holds at any, or the file does not say.</summary>
    public FrameRate? At { get; init; }

    /// <summary>True when the figure may stand beside a result of a workload of this rate.</summary>
    public bool HoldsAt(FrameRate rate) => At is null || At == rate;
}
