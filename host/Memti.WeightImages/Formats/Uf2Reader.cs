using System.Buffers.Binary;
using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Formats;

/// <summary>
/// Reads the blocks of a UF2 file, in any order of their numbers and addresses. Each family of chips, and in files of several images
/// each image, has numbers of its own; all of them must be there.
/// </summary>
internal sealed class Uf2Reader
{
    private readonly Uf2 _format;
    private readonly RangeCollector _bytes;
    private readonly SortedDictionary<(bool HasFamily, uint Family, uint Blocks), Numbering> _numberings = [];
    private readonly Uf2Checksums _checksums = new();
    private int _passedOver;

    public Uf2Reader(Uf2 format)
    {
        _format = format;
        _bytes = new RangeCollector("block", (block, why) => Fault(block, 0, why));
    }

    /// <summary>Reads the whole file.</summary>
    public FlatImage Read(ReadOnlySpan<byte> file)
    {
        int blocks = file.Length / Uf2.BlockLength;
        for (int block = 0; block < blocks; block++)
            Take(file.Slice(block * Uf2.BlockLength, Uf2.BlockLength), block);
        if (file.Length % Uf2.BlockLength != 0)
            throw Fault(blocks, 0, "the file is cut off: its length is no multiple of 512 bytes");
        foreach (Numbering numbering in _numberings.Values)
            RequireAll(numbering);
        IReadOnlyList<FlatRange> ranges = _bytes.Finish();
        if (_checksums.Wrong(ranges) is { } wrong)
            throw Fault(wrong, Uf2.ChecksumPlace, "the MD5 checksum that the block states for its region is not that of the bytes");
        return new FlatImage(ranges) { Notes = [.. Notes()], BlockBytes = _format.BlockBytes };
    }

    private void Take(ReadOnlySpan<byte> block, int number)
    {
        if (Word(block, 0) != Uf2.FirstMagic || Word(block, 4) != Uf2.SecondMagic || Word(block, Uf2.BlockLength - 4) != Uf2.LastMagic)
            throw Fault(number, 0, "a block must begin and end with the marks of UF2");
        uint flags = Word(block, 8);
        uint length = Word(block, 16);
        if (length > Uf2.MostPayload)
            throw Fault(
                number, 16, FormattableString.Invariant($"a block holds at most {Uf2.MostPayload} bytes, and this one says {length}"));
        if ((flags & Uf2.FileContainer) != 0)
            throw Fault(number, 8, "the block holds a part of a file (flag 0x1000), not of a memory");
        if ((flags & Uf2.NotMainFlash) != 0 || IsIgnored(block, flags, (int)length))
        {
            _passedOver++;
            return;
        }

        Count(block, flags, number);
        uint address = Word(block, 12);
        if (address + (ulong)length > 1UL << 32)
            throw Fault(
                number,
                12,
                $"the block wraps around: its {length} bytes from {ImageFinding.Address(address)} on do not end below 4 GiB");
        if ((flags & Uf2.ChecksumPresent) != 0)
            _checksums.Take(block.Slice(Uf2.HeaderBytes, Uf2.MostPayload), number);
        _bytes.Add(address, block.Slice(Uf2.HeaderBytes, (int)length), number);
    }

    /// <summary>True for the block that RP2350 does not write: marked by a tag, or by its contents in files of early programs.</summary>
    private static bool IsIgnored(ReadOnlySpan<byte> block, uint flags, int length)
    {
        if ((flags & Uf2.FamilyPresent) == 0 || Word(block, 28) != Uf2Family.Absolute)
            return false;
        bool isTagged = (flags & Uf2.TagsPresent) != 0
            && length % 4 == 0
            && length <= Uf2.MostPayload - 4
            && Word(block, Uf2.HeaderBytes + length) == Uf2.IgnoreTag;
        bool isFilling = length == Uf2.PayloadBytes && block.Slice(Uf2.HeaderBytes, length).IndexOfAnyExcept((byte)0xEF) < 0;
        return isTagged || (isFilling && Word(block, 20) == 0 && Word(block, 24) == 2);
    }

    private void Count(ReadOnlySpan<byte> block, uint flags, int number)
    {
        bool hasFamily = (flags & Uf2.FamilyPresent) != 0;
        uint blocks = Word(block, 24);
        // Images that were joined into one file begin again at 0, each with its own number of blocks.
        (bool, uint, uint) key = (hasFamily, hasFamily ? Word(block, 28) : 0, blocks);
        if (!_numberings.TryGetValue(key, out Numbering? numbering))
            _numberings[key] = numbering = new Numbering(number, blocks);
        uint own = Word(block, 20);
        if (own >= blocks)
            throw Fault(number, 20, FormattableString.Invariant($"the block has number {own} of {blocks}; numbers count from 0"));
        numbering.Seen.Add(own);
    }

    private void RequireAll(Numbering numbering)
    {
        if ((uint)numbering.Seen.Count == numbering.Blocks)
            return;
        uint missing = 0;
        while (numbering.Seen.Contains(missing))
            missing++;
        throw Fault(
            numbering.First,
            24,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{numbering.Blocks - (uint)numbering.Seen.Count} of {numbering.Blocks} blocks are missing, the first with number "
                    + $"{missing}"));
    }

    private IEnumerable<FlatNote> Notes()
    {
        foreach ((bool hasFamily, uint family) in _numberings.Keys.Select(static key => (key.HasFamily, key.Family)).Distinct())
            yield return new FlatNote("family", hasFamily ? Uf2Family.Describe(family) : "none");
        if (_passedOver > 0)
            yield return new FlatNote("passed_over", FormattableString.Invariant($"{_passedOver} blocks that are not for the main flash"));
    }

    private MemtiException Fault(int block, int offset, string why) => Unreadable.At(
        _format, ((long)block * Uf2.BlockLength) + offset, FormattableString.Invariant($"{why} (block {block})"));

    private static uint Word(ReadOnlySpan<byte> block, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(block[offset..]);

    /// <summary>The blocks of one image.</summary>
    /// <param name="First">The first of them in the file.</param>
    /// <param name="Blocks">Number of blocks that each of them states.</param>
    private sealed record Numbering(int First, uint Blocks)
    {
        public HashSet<uint> Seen { get; } = [];
    }
}
