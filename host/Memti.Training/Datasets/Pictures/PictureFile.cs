using System.Runtime.InteropServices;
using System.Text;
using StbImageWriteSharp;

namespace Memti.Training.Datasets.Pictures;

/// <summary>Picture files: PNG, JPEG, BMP and the Netpbm formats.</summary>
public static class PictureFile
{
    /// <summary>File name extensions of pictures.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".ppm", ".pgm"];

    /// <summary>Encodes a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="extension"><c>.png</c> or <c>.ppm</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another extension.</exception>
    public static byte[] Encode(Picture picture, string extension)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return extension?.ToUpperInvariant() switch
        {
            ".PNG" => Png(picture),
            ".PPM" =>
                [
                    .. Encoding.ASCII.GetBytes(FormattableString.Invariant($"P6\n{picture.Width} {picture.Height}\n255\n")),
                    .. picture.Pixels.Span
                ],
            _ => throw new ArgumentOutOfRangeException(nameof(extension), extension, "permitted: .png, .ppm"),
        };
    }

    private static byte[] Png(Picture picture)
    {
        using MemoryStream file = new();
        byte[] pixels = MemoryMarshal.TryGetArray(picture.Pixels, out ArraySegment<byte> held) && held.Offset == 0
            ? held.Array!
            : picture.Pixels.ToArray();
        new ImageWriter().WritePng(pixels, picture.Width, picture.Height, ColorComponents.RedGreenBlue, file);
        return file.ToArray();
    }
}
