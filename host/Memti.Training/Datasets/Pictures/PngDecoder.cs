using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using StbImageSharp;

namespace Memti.Training.Datasets.Pictures;

/// <summary>
/// Decodes a PNG: all colour types, depths of 1 to 16 bits, plain or interlaced. 16 bits are rounded to 8. Transparent pixels are composed
/// over black. Gamma and colour profiles are not applied.
/// </summary>
internal static class PngDecoder
{
    private const int Wide = 16;

    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/>.</exception>
    public static Picture Read(byte[] bytes, string file)
    {
        PngFrame frame = PngFrame.Check(bytes, file);
        byte[] core = frame.Core();
        bool isWide = frame.Depth == Wide;
        return LibraryCall.Decode(file, "PNG", () => isWide ? ReadWide(core) : Samples.Compose(ImageResult.FromMemory(core)));
    }

    /// <summary>Decodes 16 bits. The managed interface of the library would cut them to 8 instead of rounding.</summary>
    private static unsafe Picture ReadWide(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        int width, height, samples;
        ushort* pixels = StbImage.stbi__load_and_postprocess_16bit(
            new StbImage.stbi__context(stream), &width, &height, &samples, StbImage.STBI_default);
        if (pixels is null)
            throw new InvalidDataException(StbImage.stbi__g_failure_reason);
        try
        {
            return Samples.Compose(new ReadOnlySpan<ushort>(pixels, width * height * samples), height, width, samples);
        }
        finally
        {
            // The library allocates with Marshal.AllocHGlobal.
            System.Runtime.InteropServices.Marshal.FreeHGlobal((nint)pixels);
        }
    }
}
