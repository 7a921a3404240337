using BitMiracle.LibJpeg.Classic;

namespace Memti.Training.Tests.Datasets.Pictures;

/// <summary>Writes JPEG files for tests.</summary>
internal static class JpegFile
{
    /// <summary>Writes a smooth picture, of integers alone, so that every machine writes the same.</summary>
    public static byte[] Draw(int width, int height, int samples = 3, bool progressive = false, int restart = 0, int across = 2, int down = 2)
    {
        using MemoryStream file = new();
        jpeg_compress_struct encoder = new();
        encoder.jpeg_stdio_dest(file);
        (encoder.Image_width, encoder.Image_height, encoder.Input_components) = (width, height, samples);
        encoder.In_color_space = samples switch
        {
            1 => J_COLOR_SPACE.JCS_GRAYSCALE,
            3 => J_COLOR_SPACE.JCS_RGB,
            _ => J_COLOR_SPACE.JCS_CMYK,
        };
        encoder.jpeg_set_defaults();
        if (samples == 4)
            encoder.jpeg_set_colorspace(J_COLOR_SPACE.JCS_YCCK);
        encoder.jpeg_set_quality(95, true);
        (encoder.Component_info[0].H_samp_factor, encoder.Component_info[0].V_samp_factor) = samples == 3 ? (across, down) : (1, 1);
        encoder.Restart_interval = restart;
        if (progressive)
            encoder.jpeg_simple_progression();
        encoder.jpeg_start_compress(true);
        for (int row = 0; row < height; row++)
            encoder.jpeg_write_scanlines([Row(width, row, samples)], 1);
        encoder.jpeg_finish_compress();
        return file.ToArray();
    }

    /// <summary>One row of the picture that is drawn.</summary>
    public static byte[] Row(int width, int row, int samples) =>
        [.. Enumerable.Range(0, width * samples).Select(at => (byte)(40 + at / samples * 3 + row * 2 + at % samples * 20))];
}
