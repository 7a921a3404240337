using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.WeightImages.Formats;

namespace Memti.Host.Rendering.Images;

/// <summary>Prints a single image file.</summary>
internal static class FlatImageText
{
    private const int LineBytes = 16;
    private const int MostLines = 8;

    public static string Table(IImageFormat format, FlatImage image)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"format   {format.Name} ({format.Description})\naddress  "
                + $"{(image.Address is { } address ? $"0x{address:X8}" : "not stated")}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"bytes    {QuantityText.Count(image.Bytes.Length)}\nsha256   {WholeFile.Sha256(image.Bytes.Span)}\n");
        for (int at = 0; at < Math.Min(image.Bytes.Length, LineBytes * MostLines); at += LineBytes)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(image.Address ?? 0) + (ulong)at:X8}  "
                    + $"{Convert.ToHexStringLower(image.Bytes.Span[at..Math.Min(at + LineBytes, image.Bytes.Length)])}\n");
        return text.ToString();
    }

    public static JsonObject Json(IImageFormat format, FlatImage image) => new()
    {
        ["memti_image_inspect"] = 1,
        ["format"] = format.Name,
        ["address"] = image.Address is { } address ? string.Create(CultureInfo.InvariantCulture, $"0x{address:X8}") : null,
        ["bytes"] = image.Bytes.Length,
        ["payload_sha256"] = WholeFile.Sha256(image.Bytes.Span),
    };
}
