using Memti.Abstractions;

namespace Memti.Scenarios;

/// <summary>A published figure to set a result against.</summary>
/// <param name="Value">The figure, in the unit of its metric.</param>
/// <param name="Status">How well it is known; a plain number in the file is published.</param>
/// <param name="Note">How it was obtained; empty when the file does not say.</param>
public sealed record ReferenceFigure(double Value, NumberStatus Status, string Note);
