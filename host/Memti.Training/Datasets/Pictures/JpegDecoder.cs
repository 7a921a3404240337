using BitMiracle.LibJpeg.Classic;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Codes;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Pictures;

/// <summary>
/// Decodes a JPEG (ITU-T T.81): baseline, extended and progressive; grey, colour and CMYK. All arithmetic is on integers, so every machine
/// gives the same pixels. Orientation (Exif) and colour profiles are not applied.
/// </summary>
internal static class JpegDecoder
{
    // Each block of 64 pixels has at least one bit of data.
    private const long MostPixelsOfByte = 512;

    // Coefficients of all components are in memory while the scans of a progressive JPEG refine them.
    private const long MostSamples = 3 * DatasetLimits.PicturePixels;

    // A scan of a few bytes can visit every block. Encoders write about ten.
    private const int MostScans = 100;

    private const int Adobe = 0xEE, Grey = 1, Inks = 4;

    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/>.</exception>
    public static Picture Read(byte[] bytes, string file) => LibraryCall.Decode(file, "JPEG", () => Decode(bytes, file));

    private static Picture Decode(byte[] bytes, string file)
    {
        using MemoryStream stream = new(bytes);
        jpeg_decompress_struct decoder = new(new JpegErrors()) { Progress = new jpeg_progress_mgr() };
        decoder.Progress.OnProgress += (_, _) => CheckScans(decoder, file);
        decoder.jpeg_save_markers(Adobe, ushort.MaxValue);
        decoder.jpeg_stdio_src(stream);
        decoder.jpeg_read_header(true);
        CheckSize(decoder, bytes.Length, file);
        decoder.Out_color_space = decoder.Num_components switch
        {
            // The library would repeat grey itself, but takes green and blue from the first row of a group.
            Grey => J_COLOR_SPACE.JCS_GRAYSCALE,
            Inks => J_COLOR_SPACE.JCS_CMYK,
            _ => J_COLOR_SPACE.JCS_RGB,
        };
        decoder.jpeg_start_decompress();
        byte[] pixels = new byte[decoder.Output_height * decoder.Output_width * ImageSet.Channels];
        byte[][] row = [new byte[decoder.Output_width * decoder.Output_components]];
        for (int line = 0; line < decoder.Output_height; line++)
        {
            decoder.jpeg_read_scanlines(row, 1);
            Convert(decoder, row[0], pixels.AsSpan(line * decoder.Output_width * ImageSet.Channels));
        }

        decoder.jpeg_finish_decompress();
        return new Picture(decoder.Output_height, decoder.Output_width, pixels);
    }

    private static void CheckSize(jpeg_decompress_struct decoder, int bytes, string file)
    {
        long pixels = (long)decoder.Image_width * decoder.Image_height;
        PictureReader.CheckSize(file, decoder.Image_width, decoder.Image_height, 0);
        if (pixels > MostPixelsOfByte * bytes)
            throw DataFile.Unreadable(
                file, $"its {decoder.Image_width} x {decoder.Image_height} pixels are more than its {bytes} bytes of data can hold");
        if (pixels * decoder.Num_components > MostSamples)
            throw DataFile.Unreadable(
                file,
                $"its {decoder.Image_width} x {decoder.Image_height} pixels have {decoder.Num_components} components; permitted: "
                    + $"{MostSamples} samples in all");
    }

    private static void CheckScans(jpeg_decompress_struct decoder, string file)
    {
        if (decoder.Input_scan_number > MostScans)
            throw DataFile.Unreadable(file, $"it has more than {MostScans} scans");
    }

    private static void Convert(jpeg_decompress_struct decoder, ReadOnlySpan<byte> row, Span<byte> target)
    {
        if (decoder.Output_components == Inks)
            Print(row, target, isInverted: decoder.Marker_list.Any(static marker => marker.Marker == Adobe));
        else if (decoder.Output_components == Grey)
            for (int column = 0; column < row.Length; column++)
                target.Slice(column * ImageSet.Channels, ImageSet.Channels).Fill(row[column]);
        else
            row.CopyTo(target);
    }

    /// <summary>Converts cyan, magenta, yellow and black. Adobe's programs store them inverted.</summary>
    private static void Print(ReadOnlySpan<byte> inks, Span<byte> target, bool isInverted)
    {
        const int Full = 255;
        for (int from = 0, at = 0; from < inks.Length; from += Inks, at += ImageSet.Channels)
            for (int channel = 0; channel < ImageSet.Channels; channel++)
            {
                (int ink, int black) = (inks[from + channel], inks[from + Inks - 1]);
                target[at + channel] = (byte)(((isInverted ? ink * black : (Full - ink) * (Full - black)) + Full / 2) / Full);
            }
    }
}
