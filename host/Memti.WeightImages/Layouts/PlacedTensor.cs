using Memti.Abstractions.Cells;

namespace Memti.WeightImages.Layouts;

/// <summary>A tensor at its place in a weight image.</summary>
/// <param name="Tensor">The values.</param>
/// <param name="Codec">Codec of its cells; null without multi-level cells.</param>
/// <param name="OffsetBytes">Offset of the first byte in the image, a multiple of the word size.</param>
/// <param name="Bytes">Size in bytes, whole words.</param>
/// <param name="FirstCell">Index of the first cell in the image.</param>
/// <param name="Cells">Number of cells, check bits included. Without multi-level cells each bit counts as one.</param>
/// <param name="CheckBits">Number of check bits among them.</param>
public sealed record PlacedTensor(
    ImageTensor Tensor, ValueCodec? Codec, long OffsetBytes, long Bytes, long FirstCell, long Cells, long CheckBits)
{
    /// <summary>Number of values.</summary>
    public int Values => Tensor.Codes.Length;
}
