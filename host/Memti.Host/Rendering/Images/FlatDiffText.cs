using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Memti.WeightImages.Differences;
using Memti.WeightImages.Formats;

namespace Memti.Host.Rendering.Images;

/// <summary>Prints the differences of two image files.</summary>
internal static class FlatDiffText
{
    public static string Table(FlatImage first, FlatImage second, FlatDiff diff)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"bytes            {first.ByteCount} and {second.ByteCount}\naddresses        {Address(first.Address) ?? "not stated"} and "
                + $"{Address(second.Address) ?? "not stated"}\n");
        if (diff.Container != FlatContainer.None)
            text.Append(
                CultureInfo.InvariantCulture,
                $"compared         at the addresses of the {(diff.Container == FlatContainer.Second ? "first" : "second")} file; "
                    + $"the other has {diff.BytesElsewhere} bytes elsewhere\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"bytes changed    {diff.BytesChanged}\nbits changed     {diff.BitsChanged}\nfirst difference "
                + $"{(diff.FirstDifference is { } place ? $"byte {place} (0x{place:X})" : "none")}"
                + $"{(diff.FirstAddress is { } at ? $", at {Address(at)}" : "")}\n");
        if (diff.FoundAt is { } found)
            text.Append(
                CultureInfo.InvariantCulture,
                $"the shorter file  lies whole at byte {found} (0x{found:X}) of the longer; --base compares it there\n");
        return text.ToString();
    }

    public static JsonObject Json(FlatImage first, FlatImage second, FlatDiff diff) => new()
    {
        ["memti_image_diff"] = 1,
        ["bytes"] = new JsonArray(first.ByteCount, second.ByteCount),
        ["addresses"] = new JsonArray(Address(first.Address), Address(second.Address)),
        ["bytes_changed"] = diff.BytesChanged,
        ["bits_changed"] = diff.BitsChanged,
        ["first_difference"] = diff.FirstDifference,
        ["first_difference_address"] = Address(diff.FirstAddress),
        ["container"] = diff.Container switch
        {
            FlatContainer.First => "first",
            FlatContainer.Second => "second",
            _ => null,
        },
        ["bytes_elsewhere"] = diff.BytesElsewhere,
        ["found_at"] = diff.FoundAt,
    };

    private static string? Address(ulong? address) =>
        address is { } value ? string.Create(CultureInfo.InvariantCulture, $"0x{value:X8}") : null;
}
