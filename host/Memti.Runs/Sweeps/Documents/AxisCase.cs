namespace Memti.Runs.Sweeps.Documents;

/// <summary>A value of an axis: what it is called, and what it sets.</summary>
/// <param name="Text">The value as a scenario would say it, or the name of the case.</param>
/// <param name="Overrides"><c>key=value</c> expressions.</param>
internal sealed record AxisCase(string Text, IReadOnlyList<string> Overrides);
