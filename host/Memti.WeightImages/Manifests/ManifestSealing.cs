using System.Globalization;
using System.IO.Hashing;
using System.Numerics;
using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Damage;

namespace Memti.WeightImages.Manifests;

/// <summary>
/// Seals manifests. The seal is the last member and has a fixed form, so its digits can be found even when the rest is damaged. Both
/// digests cover the whole file with these digits as zeros.
/// </summary>
internal static class ManifestSealing
{
    private const int ShaDigits = 64;
    private const int CrcDigits = 8;

    private static readonly byte[] Tail =
        Encoding.ASCII.GetBytes(
            $"  \"seal\": {{\n    \"sha256\": \"{new string('0', ShaDigits)}\",\n    \"crc32\": \"{new string('0', CrcDigits)}\"\n  "
                + $"}}\n}}\n");
    private static readonly int ShaPlace = Tail.AsSpan().IndexOf("00000000"u8);
    private static readonly int CrcPlace = Tail.AsSpan().LastIndexOf("00000000"u8);

    /// <summary>The seal before its digits are computed.</summary>
    public static ManifestSeal Blank { get; } = new(new string('0', ShaDigits), new string('0', CrcDigits));

    /// <summary>Fills in the digits of a blank seal.</summary>
    public static byte[] Seal(byte[] bytes)
    {
        (string sha, string crc) = Digests(bytes);
        byte[] whole = [.. bytes];
        Encoding.ASCII.GetBytes(sha, whole.AsSpan(ShaOf(whole)));
        Encoding.ASCII.GetBytes(crc, whole.AsSpan(CrcOf(whole)));
        return whole;
    }

    /// <summary>The finding about a sealed file; null when it is undamaged.</summary>
    /// <param name="bytes">Contents of the file.</param>
    /// <param name="name">Name in findings.</param>
    public static Diagnostic? Damage(ReadOnlySpan<byte> bytes, string name)
    {
        // One wrong bit in the frame of the seal is still located below; more mean that there is no seal.
        if (bytes.Length < Tail.Length || FormErrors(bytes) > 1)
            return Damaged(
                name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it does not end, at byte {bytes.Length}, with its seal: it was cut off, something was added, or it is no manifest"),
                bytes.Length);
        byte[] blank = bytes.ToArray();
        blank.AsSpan(ShaOf(blank)).Fill((byte)'0');
        blank.AsSpan(CrcOf(blank)).Fill((byte)'0');
        (string sha, string crc) = Digests(blank);
        bool isSha = bytes[ShaOf(bytes)].SequenceEqual(Encoding.ASCII.GetBytes(sha));
        bool isCrc = bytes[CrcOf(bytes)].SequenceEqual(Encoding.ASCII.GetBytes(crc));
        if (isSha && isCrc)
            return null;
        return isSha || isCrc ? OfSeal(bytes, name, isSha ? crc : sha, isSha) : OfContents(bytes, blank, name);
    }

    /// <summary>Number of bits in which the end of a file, without the digits, differs from a seal.</summary>
    private static int FormErrors(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> tail = bytes[^Tail.Length..];
        int errors = 0;
        for (int index = 0; index < Tail.Length; index++)
        {
            if (index - ShaPlace is not (>= 0 and < ShaDigits) && index - CrcPlace is not (>= 0 and < CrcDigits))
                errors += BitOperations.PopCount((uint)(tail[index] ^ Tail[index]));
        }

        return errors;
    }

    private static (string Sha, string Crc) Digests(ReadOnlySpan<byte> blank) =>
        (WholeFile.Sha256(blank), FormattableString.Invariant($"{Crc32.HashToUInt32(blank):x8}"));

    /// <summary>Damage of one digest only: the other one proves the rest of the file.</summary>
    private static Diagnostic OfSeal(ReadOnlySpan<byte> bytes, string name, string expected, bool isSha)
    {
        int start = bytes.Length - Tail.Length + (isSha ? CrcPlace : ShaPlace);
        int digit = bytes.Slice(start, expected.Length).CommonPrefixLength(Encoding.ASCII.GetBytes(expected));
        int difference = bytes[start + digit] ^ expected[digit];
        bool isOneBit =
            BitOperations.IsPow2(difference)
                && bytes.Slice(start + digit + 1, expected.Length - digit - 1)
                    .SequenceEqual(Encoding.ASCII.GetBytes(expected[(digit + 1)..]));
        string why = isOneBit
            ? DamageText.OneBit(bytes, start + digit, BitOperations.Log2((uint)difference))
            : FormattableString.Invariant($"its seal was changed from byte {start + digit} on");
        return Damaged(name, why, start + digit);
    }

    private static Diagnostic OfContents(ReadOnlySpan<byte> bytes, byte[] blank, string name)
    {
        string sha = Encoding.Latin1.GetString(bytes[ShaOf(bytes)]);
        if (uint.TryParse(
            bytes[CrcOf(bytes)],
            System.Globalization.NumberStyles.AllowHexSpecifier,
            System.Globalization.CultureInfo.InvariantCulture,
            out uint sealedCrc)
            && BitFlip.Locate(sealedCrc ^ Crc32.HashToUInt32(blank), blank.Length) is var (place, bit))
        {
            blank[place] ^= (byte)(1 << bit);
            // The SHA-256 decides: only if the correction restores it was this bit flipped.
            if (WholeFile.Sha256(blank) == sha)
                return Damaged(name, DamageText.OneBit(bytes, place, bit), place);
        }

        return Damaged(name, "its bytes are not those that were sealed, in more than one bit", 0);
    }

    private static Range ShaOf(ReadOnlySpan<byte> bytes) => Digits(bytes, ShaPlace, ShaDigits);

    private static Range CrcOf(ReadOnlySpan<byte> bytes) => Digits(bytes, CrcPlace, CrcDigits);

    private static Range Digits(ReadOnlySpan<byte> bytes, int place, int count)
    {
        int start = bytes.Length - Tail.Length + place;
        return start..(start + count);
    }

    private static Diagnostic Damaged(string name, string why, long place) =>
        new(WeightImageCodes.ManifestDamaged, $"the manifest is damaged: {why}.")
        {
            File = name,
            Key = "offset",
            Value = DamageText.Place(place),
        };
}
