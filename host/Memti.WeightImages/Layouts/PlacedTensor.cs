using Memti.Abstractions.Cells;

namespace Memti.WeightImages.Layouts;

/// <summary>A tensor at its place in an image.</summary>
/// <param name="Tensor">The values.</param>
/// <param name="Codec">Their cells; null without multi-level cells.</param>
/// <param name="OffsetBytes">First byte, from the start of the image; a multiple of the word.</param>
/// <param name="Bytes">Bytes that it takes, whole words.</param>
/// <param name="FirstCell">Its first cell, from the start of the image.</param>
/// <param name="Cells">Cells that it takes, check bits included. Without multi-level cells every bit is one.</param>
/// <param name="CheckBits">Check bits among them.</param>
public sealed record PlacedTensor(ImageTensor Tensor, ValueCodec? Codec, long OffsetBytes, long Bytes, long FirstCell, long Cells, long CheckBits)
{
    /// <summary>Number of values.</summary>
    public int Values => Tensor.Codes.Length;
}
