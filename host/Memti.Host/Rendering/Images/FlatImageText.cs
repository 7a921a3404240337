using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Documents.Numbers;
using Memti.WeightImages.Formats;

namespace Memti.Host.Rendering.Images;

/// <summary>Prints a single image file.</summary>
internal static class FlatImageText
{
    private const int LineBytes = 16;
    private const int MostLines = 8;
    private const int MostRanges = 64;

    public static string Table(IImageFormat format, FlatImage image)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"format   {format.Name} ({format.Description})\naddress  "
                + $"{(image.Address is { } address ? $"0x{address:X8}" : "not stated")}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"bytes    {QuantityText.Count(image.ByteCount)}\nsha256   {WholeFile.Sha256(image.Bytes.Span)}\n");
        foreach (FlatNote note in image.Notes)
            text.Append(CultureInfo.InvariantCulture, $"{note.Name.Replace('_', ' ')}  {note.Text}\n");
        if (image.Ranges.Count > 1)
            text.Append(Ranges(image.Ranges));
        foreach (FlatRange range in image.Ranges.Take(MostLines))
            Dump(text, range, Math.Max(1, MostLines / image.Ranges.Count));
        return text.ToString();
    }

    public static JsonObject Json(IImageFormat format, FlatImage image) => new()
    {
        ["memti_image_inspect"] = 1,
        ["format"] = format.Name,
        ["address"] = image.Address is { } address ? Address(address) : null,
        ["bytes"] = image.ByteCount,
        ["payload_sha256"] = WholeFile.Sha256(image.Bytes.Span),
        ["ranges"] = new JsonArray([.. image.Ranges.Select(range => Range(image, range))]),
        ["notes"] = new JsonArray(
            [.. image.Notes.Select(static note => new JsonObject { ["name"] = note.Name, ["text"] = note.Text })]),
    };

    private static JsonObject Range(FlatImage image, FlatRange range) => new()
    {
        ["address"] = image.HasAddresses ? Address(range.Address) : null,
        ["bytes"] = range.Bytes.Length,
        ["sha256"] = WholeFile.Sha256(range.Bytes.Span),
    };

    private static string Ranges(IReadOnlyList<FlatRange> ranges)
    {
        TextTable table = new TextTable("range", "from", "to", "bytes").LeftAlign(1, 2);
        foreach ((int index, FlatRange range) in ranges.Take(MostRanges).Index())
            table.Add(
                (index + 1).ToString(CultureInfo.InvariantCulture),
                Address(range.Address),
                Address(range.Last),
                QuantityText.Count(range.Bytes.Length));
        string more = ranges.Count > MostRanges
            ? string.Create(CultureInfo.InvariantCulture, $"and {ranges.Count - MostRanges} further ranges; --format json lists all\n")
            : "";
        return table + more;
    }

    private static void Dump(StringBuilder text, FlatRange range, int lines)
    {
        for (int at = 0; at < Math.Min(range.Bytes.Length, LineBytes * lines); at += LineBytes)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{range.Address + (ulong)at:X8}  "
                    + $"{Convert.ToHexStringLower(range.Bytes.Span[at..Math.Min(at + LineBytes, range.Bytes.Length)])}\n");
    }

    private static string Address(ulong address) => string.Create(CultureInfo.InvariantCulture, $"0x{address:X8}");
}
