using System.Buffers.Binary;

namespace Memti.Training.Datasets.Pictures;

/// <summary>The chunk IHDR.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Bits of a sample.</param>
/// <param name="Colour">0 grey, 2 true colour, 3 palette, 4 grey with alpha, 6 true colour with alpha.</param>
/// <param name="Interlaced">True for Adam7.</param>
internal readonly record struct PngHead(uint Width, uint Height, int Depth, int Colour, bool Interlaced)
{
    public const int Bytes = 13, Palette = 3;

    /// <summary>Number of samples of a pixel.</summary>
    public int Samples => Colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>Number of bits of a pixel.</summary>
    public int PixelBits => Samples * Depth;

    /// <summary>Bytes between neighbouring pixels for the filters; 1 for pixels below one byte.</summary>
    public int FilterStep => Math.Max(1, PixelBits / 8);

    /// <summary>Bytes of a row with the given number of pixels, without the filter byte.</summary>
    public long RowBytes(long pixels) => (pixels * PixelBits + 7) / 8;

    /// <summary>Parses the header; null when PNG does not define its values.</summary>
    public static PngHead? Of(ReadOnlySpan<byte> data)
    {
        if (data.Length != Bytes || data[10] != 0 || data[11] != 0 || data[12] > 1)
            return null;
        PngHead head = new(
            BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]), data[8], data[9], data[12] == 1);
        return (head.Colour, head.Depth) is (0, 1 or 2 or 4 or 8 or 16) or (Palette, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16)
            ? head
            : null;
    }
}
