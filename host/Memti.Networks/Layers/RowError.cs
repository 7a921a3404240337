namespace Memti.Networks.Layers;

/// <summary>An error in the relations between the numbers of a layer.</summary>
/// <param name="Code">The code of the finding.</param>
/// <param name="Key">The key that the finding names, such as <c>groups</c>; empty for the whole layer.</param>
/// <param name="Value">The value, or its consequence.</param>
/// <param name="Permitted">Permitted values.</param>
internal sealed record RowError(string Code, string Key, string Value, string Permitted);
