using System.Buffers.Binary;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Sources;
using StbImageSharp;

namespace Memti.Training.Datasets.Pictures;

/// <summary>Decodes an uncompressed BMP of 1 to 32 bits, with a palette or with masks. Alpha is composed over black.</summary>
internal static class BmpDecoder
{
    // Offsets in the header of the file and in that of the picture (BITMAPFILEHEADER, BITMAPINFOHEADER).
    private const int Begin = 10, HeadSize = 14, Width = 18, Height = 22, Bits = 28, Compression = 30, LeastBytes = 54, OldHead = 12;
    private const int Plain = 0, Masks = 3;

    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/>.</exception>
    public static Picture Read(byte[] bytes, string file)
    {
        Check(bytes, file);
        return LibraryCall.Decode(file, "BMP", () => Samples.Compose(ImageResult.FromMemory(bytes)));
    }

    // The library reads zeros after the end of a file, so a truncated one would be a picture with a black part.
    private static void Check(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.Length < LeastBytes || BinaryPrimitives.ReadInt32LittleEndian(bytes[HeadSize..]) == OldHead)
            throw DataFile.Unreadable(file, $"it has {bytes.Length} bytes or a header of OS/2; permitted: a BMP of Windows");
        long width = BinaryPrimitives.ReadInt32LittleEndian(bytes[Width..]);
        // Rows from top to bottom have a negative height.
        long height = Math.Abs((long)BinaryPrimitives.ReadInt32LittleEndian(bytes[Height..]));
        PictureReader.CheckSize(file, width, height, Width);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(bytes[Bits..]);
        int compression = BinaryPrimitives.ReadInt32LittleEndian(bytes[Compression..]);
        if (compression is not (Plain or Masks))
            throw DataFile.Unreadable(file, $"its compression at byte {Compression} is {compression}; permitted: {Plain} and {Masks}");
        long end = BinaryPrimitives.ReadUInt32LittleEndian(bytes[Begin..]) + (width * bits + 31) / 32 * 4 * height;
        if (end > bytes.Length)
            throw DataFile.Unreadable(file, $"it ends at byte {bytes.Length}, and its pixels at byte {end}");
    }
}
