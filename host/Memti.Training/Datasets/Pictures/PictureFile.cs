using System.Text;

namespace Memti.Training.Datasets.Pictures;

/// <summary>Picture files: PNG and the Netpbm formats.</summary>
public static class PictureFile
{
    /// <summary>File name extensions of pictures.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".png", ".ppm", ".pgm"];

    /// <summary>Encodes a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="extension"><c>.png</c> or <c>.ppm</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another extension.</exception>
    public static byte[] Encode(Picture picture, string extension)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return extension?.ToUpperInvariant() switch
        {
            ".PNG" => PngWriter.Write(picture),
            ".PPM" =>
                [
                    .. Encoding.ASCII.GetBytes(FormattableString.Invariant($"P6\n{picture.Width} {picture.Height}\n255\n")),
                    .. picture.Pixels.Span
                ],
            _ => throw new ArgumentOutOfRangeException(nameof(extension), extension, "permitted: .png, .ppm"),
        };
    }
}
