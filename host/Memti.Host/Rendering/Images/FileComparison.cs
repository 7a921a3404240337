using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using Memti.WeightImages.Formats;

namespace Memti.Host.Rendering.Images;

/// <summary>Differences of two image files, byte by byte.</summary>
/// <param name="Lengths">Length of each in bytes.</param>
/// <param name="Addresses">Address of each; null when its format has none.</param>
/// <param name="Bytes">Bytes that differ, including those of one file alone.</param>
/// <param name="Bits">Bits that differ among the bytes of both.</param>
/// <param name="First">Offset of the first difference; null without one.</param>
internal sealed record FileComparison(
    (int First, int Second) Lengths, (ulong? First, ulong? Second) Addresses, long Bytes, long Bits, int? First)
{
    /// <summary>True when the bytes are equal, and also the addresses where both have one.</summary>
    public bool IsSame => Bytes == 0 && (Addresses.First is null || Addresses.Second is null || Addresses.First == Addresses.Second);

    public static FileComparison Of(FlatImage first, FlatImage second)
    {
        ReadOnlySpan<byte> one = first.Bytes.Span;
        ReadOnlySpan<byte> other = second.Bytes.Span;
        int common = Math.Min(one.Length, other.Length);
        long bytes = Math.Max(one.Length, other.Length) - common;
        long bits = 0;
        for (int index = 0; index < common; index++)
        {
            bytes += one[index] == other[index] ? 0 : 1;
            bits += BitOperations.PopCount((uint)(one[index] ^ other[index]));
        }

        return new(
            (one.Length, other.Length), (first.Address, second.Address), bytes, bits, bytes == 0 ? null : one.CommonPrefixLength(other));
    }

    public string Table()
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"bytes            {Lengths.First} and {Lengths.Second}\naddresses        {Address(Addresses.First) ?? "not stated"} and "
                + $"{Address(Addresses.Second) ?? "not stated"}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"bytes changed    {Bytes}\nbits changed     {Bits}\nfirst difference "
                + $"{(First is { } place ? $"byte {place} (0x{place:X})" : "none")}\n");
        return text.ToString();
    }

    public JsonObject Json() => new()
    {
        ["memti_image_diff"] = 1,
        ["bytes"] = new JsonArray(Lengths.First, Lengths.Second),
        ["addresses"] = new JsonArray(Address(Addresses.First), Address(Addresses.Second)),
        ["bytes_changed"] = Bytes,
        ["bits_changed"] = Bits,
        ["first_difference"] = First,
    };

    private static string? Address(ulong? address) =>
        address is { } value ? string.Create(CultureInfo.InvariantCulture, $"0x{value:X8}") : null;
}
