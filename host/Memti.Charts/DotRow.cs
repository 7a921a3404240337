namespace Memti.Charts;

/// <summary>A row of a dot chart.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Value">Its value; null for none, which <paramref name="Text"/> explains.</param>
/// <param name="Text">The value for eyes.</param>
/// <param name="Kind">Number of its kind among those of the chart, from 0.</param>
public sealed record DotRow(string Name, double? Value, string Text, int Kind);
