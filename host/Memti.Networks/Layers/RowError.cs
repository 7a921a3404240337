namespace Memti.Networks.Layers;

/// <summary>What is wrong between the numbers of a layer.</summary>
/// <param name="Code">The code of the finding.</param>
/// <param name="Key">The key to blame, such as <c>groups</c>; empty for the layer.</param>
/// <param name="Value">The value, or what it leads to.</param>
/// <param name="Permitted">What would be right.</param>
internal sealed record RowError(string Code, string Key, string Value, string Permitted);
