using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Damage;
using Memti.WeightImages.Manifests;

namespace Memti.WeightImages.Checks;

/// <summary>Compares a file with its manifest, and locates differences.</summary>
internal static class FileDamage
{
    /// <summary>The finding about a file; null when it is undamaged.</summary>
    /// <param name="path">Name in findings.</param>
    /// <param name="bytes">Contents of the file.</param>
    /// <param name="stated">The file's entry in the manifest.</param>
    public static Diagnostic? Of(string path, ReadOnlySpan<byte> bytes, ManifestImageFile stated)
    {
        if (bytes.Length != stated.Bytes)
            return OfLength(path, bytes.Length, stated.Bytes);
        if (WholeFile.Sha256(bytes) == stated.Sha256)
            return null;
        IReadOnlyList<int> blocks = BlockChecks.Damaged(bytes, stated.Crc32Blocks);
        // A CRC can mislead: the bit counts as flipped only if its correction restores the SHA-256.
        if (blocks.Count == 1
            && BlockChecks.FlippedBit(bytes, blocks[0], stated.Crc32Blocks) is var (place, bit)
            && IsMended(bytes, place, bit, stated.Sha256))
            return Damaged(path, DamageText.OneBit(bytes, place, bit), place);
        return blocks.Count > 0
            ? Damaged(path, Blocks(blocks, bytes.Length), blocks[0])
            : Damaged(path, "its hash is not the one of the manifest", 0);
    }

    /// <summary>The finding about a file of another length than stated.</summary>
    public static Diagnostic OfLength(string path, long length, long stated)
    {
        string why = length < stated
            ? string.Create(CultureInfo.InvariantCulture, $"{stated - length} bytes are missing from byte {length} on")
            : string.Create(CultureInfo.InvariantCulture, $"{length - stated} bytes too many follow byte {stated - 1}");
        return new Diagnostic(
            WeightImageCodes.ImageLength,
            string.Create(CultureInfo.InvariantCulture, $"the file has {length} bytes and its manifest says {stated}: {why}."))
        {
            File = path,
            Key = "bytes",
            Value = DamageText.Place(length),
            Permitted = DamageText.Place(stated),
        };
    }

    private static bool IsMended(ReadOnlySpan<byte> bytes, long place, int bit, string sha256)
    {
        byte[] mended = bytes.ToArray();
        mended[place] ^= (byte)(1 << bit);
        return WholeFile.Sha256(mended) == sha256;
    }

    private static string Blocks(IReadOnlyList<int> blocks, int length)
    {
        int end = Math.Min(blocks[0] + BlockChecks.BlockBytes, length) - 1;
        string others = blocks.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $", and {blocks.Count - 1} further blocks") : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"bytes {blocks[0]} (0x{blocks[0]:X}) to {end} are not those that were written{others}");
    }

    private static Diagnostic Damaged(string path, string why, long place) =>
        new(WeightImageCodes.ImageDamaged, $"the file is damaged: {why}.")
        {
            File = path,
            Key = "offset",
            Value = DamageText.Place(place),
        };
}
