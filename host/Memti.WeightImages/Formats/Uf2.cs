using System.Buffers.Binary;
using System.Globalization;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Findings;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>
/// UF2, which boot loaders take as a file on a drive: blocks of 512 bytes with 256 bytes each for an address. The last block of an
/// image is filled up with zeros.
/// </summary>
/// <param name="family">The family of chips.</param>
/// <remarks>microsoft/uf2, README.md. Blocks of RP2040 and RP2350 as raspberrypi/picotool writes them: whole sectors, and for RP2350
/// first a block that the chip ignores (erratum RP2350-E10).</remarks>
internal sealed class Uf2(Uf2Family family) : IImageFormat
{
    internal const int BlockLength = 512;
    internal const int HeaderBytes = 32;
    internal const int MostPayload = 476;

    /// <summary>Bytes of data in a written block. RP2040 takes no other number.</summary>
    internal const int PayloadBytes = 256;

    internal const uint FirstMagic = 0x0A324655;
    internal const uint SecondMagic = 0x9E5D5157;
    internal const uint LastMagic = 0x0AB16F30;

    internal const uint NotMainFlash = 0x0001;
    internal const uint FileContainer = 0x1000;
    internal const uint FamilyPresent = 0x2000;
    internal const uint ChecksumPresent = 0x4000;
    internal const uint TagsPresent = 0x8000;

    /// <summary>Offset of the checksum in a block.</summary>
    internal const int ChecksumPlace = HeaderBytes + MostPayload - 24;

    /// <summary>Tag of blocks that RP2350 does not write.</summary>
    internal const uint IgnoreTag = 0x9957E304;

    private const uint AbsoluteAddress = 0x10FFFF00;
    private const ulong End = 1UL << 32;

    /// <inheritdoc />
    public string Name => family == Uf2Family.None ? "uf2" : $"uf2-{family.Name}";

    /// <inheritdoc />
    public string Extension => family == Uf2Family.None ? ".uf2" : $".{family.Name}.uf2";

    /// <inheritdoc />
    public bool IsForTarget => family != Uf2Family.None;

    /// <inheritdoc />
    public int BlockBytes => family.BlockBytes;

    /// <inheritdoc />
    public string Description => $"UF2 for {family.Title}, in blocks of {family.BlockBytes} bytes";

    /// <inheritdoc />
    public byte[] Write(RegionImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        int blocks = (image.Bytes.Length + BlockBytes - 1) / BlockBytes * (BlockBytes / PayloadBytes);
        if (image.Address >= End || (ulong)blocks * PayloadBytes > End - image.Address)
            throw AddressLimit.Beyond32Bits(image, "UF2");
        if (image.Address % (ulong)BlockBytes != 0)
            throw ImageFinding.Of(
                WeightImageCodes.ImageAddress,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{image.Name}' lies at {ImageFinding.Address(image.Address)}, and {Name} writes blocks of {BlockBytes} bytes; "
                        + $"permitted: a multiple of {BlockBytes}, or another format."),
                $"{image.Region}.address",
                ImageFinding.Address(image.Address),
                FormattableString.Invariant($"a multiple of {BlockBytes}"));
        int ignored = family.NeedsAbsoluteBlock ? 1 : 0;
        byte[] file = new byte[(blocks + ignored) * BlockLength];
        if (ignored > 0)
            WriteAbsolute(file);
        for (int block = 0; block < blocks; block++)
        {
            Span<byte> whole = file.AsSpan((block + ignored) * BlockLength, BlockLength);
            uint flags = family == Uf2Family.None ? 0 : FamilyPresent;
            Header(whole, flags, (uint)image.Address + (uint)(block * PayloadBytes), block, blocks, family.Id);
            int first = Math.Min(block * PayloadBytes, image.Bytes.Length);
            image.Bytes.Span[first..Math.Min(first + PayloadBytes, image.Bytes.Length)].CopyTo(whole[HeaderBytes..]);
        }

        return file;
    }

    /// <inheritdoc />
    public FlatImage Read(ReadOnlySpan<byte> file) => new Uf2Reader(this).Read(file);

    private static void WriteAbsolute(Span<byte> file)
    {
        Header(file, FamilyPresent | TagsPresent, AbsoluteAddress, 0, 2, Uf2Family.Absolute);
        file.Slice(HeaderBytes, PayloadBytes).Fill(0xEF);
        BinaryPrimitives.WriteUInt32LittleEndian(file[(HeaderBytes + PayloadBytes)..], IgnoreTag);
    }

    private static void Header(Span<byte> block, uint flags, uint address, int number, int blocks, uint familyId)
    {
        ReadOnlySpan<uint> words = [FirstMagic, SecondMagic, flags, address, PayloadBytes, (uint)number, (uint)blocks, familyId];
        for (int index = 0; index < words.Length; index++)
            BinaryPrimitives.WriteUInt32LittleEndian(block[(4 * index)..], words[index]);
        BinaryPrimitives.WriteUInt32LittleEndian(block[(BlockLength - 4)..], LastMagic);
    }
}
