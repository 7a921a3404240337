namespace Memti.WeightImages.Manifests;

/// <summary>A tensor at its place in a weight image.</summary>
/// <param name="Name">Name in the weight file.</param>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="Bits">Bits of a value, 2 to 16.</param>
/// <param name="FractionBits">Scale: code c means c x 2^-FractionBits.</param>
/// <param name="Cells">Cells of a value, most significant first, such as <c>3+3+2</c>; null without multi-level cells.</param>
/// <param name="Encoding">Code inside each cell: <c>natural_binary</c> or <c>gray</c>; null without multi-level cells.</param>
/// <param name="OffsetBytes">Offset of the first byte in the image.</param>
/// <param name="Values">Number of values.</param>
public sealed record ManifestTensor(
    string Name,
    IReadOnlyList<int> Shape,
    int Bits,
    int FractionBits,
    string? Cells,
    string? Encoding,
    long OffsetBytes,
    long Values)
{
    /// <summary>The task whose values these are; null for values that all tasks share.</summary>
    public string? Task { get; init; }
}
