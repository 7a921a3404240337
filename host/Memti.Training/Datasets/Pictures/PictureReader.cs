using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Pictures;

/// <summary>Reads a picture. Its first bytes decide the format.</summary>
internal static class PictureReader
{
    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesMissing"/> or
    /// <see cref="DatasetCodes.ImagesUnreadable"/>.</exception>
    public static Picture Read(string file)
    {
        using FileStream stream = DataFile.Open(file);
        if (stream.Length > DatasetLimits.PictureBytes)
            throw DataFile.Unreadable(file, $"it has {stream.Length} bytes; permitted: {DatasetLimits.PictureBytes}");
        byte[] bytes = new byte[stream.Length];
        new CountedStream(stream, file).Fill(bytes);
        return Read(bytes, file);
    }

    public static Picture Read(byte[] bytes, string file) => bytes switch
    {
        [0x89, (byte)'P', ..] => PngDecoder.Read(bytes, file),
        [0xFF, 0xD8, ..] => JpegDecoder.Read(bytes, file),
        [(byte)'B', (byte)'M', ..] => BmpDecoder.Read(bytes, file),
        [(byte)'P', >= (byte)'1' and <= (byte)'7', ..] => new NetpbmReader(bytes, file).Read(),
        _ => throw DataFile.Unreadable(file, $"{OtherFormat(bytes)}; permitted: PNG, JPEG, BMP, PPM and PGM"),
    };

    /// <summary>Refuses empty sizes, and sizes that would cost too much memory.</summary>
    public static void CheckSize(string file, long width, long height, int offset)
    {
        if (width < 1
            || height < 1
            || width > DatasetLimits.PicturePixels
            || height > DatasetLimits.PicturePixels
            || width * height > DatasetLimits.PicturePixels)
            throw DataFile.Unreadable(
                file, $"its size at byte {offset} is {width} x {height}; permitted: 1 to {DatasetLimits.PicturePixels} pixels");
    }

    /// <summary>Names a format that is known by its first bytes and not read.</summary>
    private static string OtherFormat(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'G', (byte)'I', (byte)'F', ..] => "it is a GIF",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "it is a WebP",
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "it is a TIFF",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "it is a HEIF or AVIF",
        [] => "it is empty",
        _ => "at byte 0 begins no picture of a known format",
    };
}
