using System.Buffers.Binary;
using System.IO.Hashing;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Pictures;

/// <summary>The chunks of a PNG that define its pixels. Verifies every checksum.</summary>
internal sealed class PngChunks
{
    private const int Frame = 12, PaletteEntries = 256;
    private readonly string _file;

    private PngChunks(string file) => _file = file;

    public PngHead Head { get; private set; }

    /// <summary>Red, green and blue of each palette entry; empty without a palette.</summary>
    public byte[] Palette { get; private set; } = [];

    /// <summary>Contents of the chunk tRNS; empty without one.</summary>
    public byte[] Transparency { get; private set; } = [];

    /// <summary>The compressed pixels.</summary>
    public MemoryStream Pixels { get; } = new();

    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/>.</exception>
    public static PngChunks Read(byte[] bytes, string file)
    {
        PngChunks chunks = new(file);
        if (!bytes.AsSpan().StartsWith(PngSignature.Bytes))
            throw chunks.Trouble("the signature of PNG at byte 0 is damaged");
        int at = PngSignature.Bytes.Length;
        while (chunks.Take(bytes, ref at))
        {
        }

        if (chunks.Head.Colour == PngHead.Palette && chunks.Palette.Length == 0)
            throw chunks.Trouble("it has no palette, which its pixels name entries of");
        chunks.Pixels.Position = 0;
        return chunks;
    }

    /// <summary>Reads one chunk; false after the last one.</summary>
    private bool Take(byte[] bytes, ref int at)
    {
        if (bytes.Length - at < Frame)
            throw Trouble($"it ends at byte {bytes.Length}, before the chunk IEND");
        uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
        // Compared as a difference, because the length comes from the file and a sum could overflow.
        if (length > bytes.Length - at - Frame)
            throw Trouble($"the chunk at byte {at} has {length} bytes, and the file ends at byte {bytes.Length}");
        ReadOnlySpan<byte> kind = bytes.AsSpan(at + 4, 4), data = bytes.AsSpan(at + 8, (int)length);
        uint stated = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8 + (int)length));
        if (Crc32.HashToUInt32(bytes.AsSpan(at + 4, 4 + (int)length)) != stated)
            throw Trouble($"the checksum of the chunk at byte {at} does not match");
        Use(kind, data, at);
        at += Frame + (int)length;
        return !kind.SequenceEqual("IEND"u8);
    }

    private void Use(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data, int at)
    {
        if (kind.SequenceEqual("IHDR"u8))
            UseHead(data, at);
        else if (Head == default)
            throw Trouble($"the chunk at byte {at} stands before the chunk IHDR");
        else if (kind.SequenceEqual("PLTE"u8))
            Palette = data.Length % 3 == 0 && data.Length <= 3 * PaletteEntries
                ? data.ToArray()
                : throw Trouble($"the palette at byte {at} has {data.Length} bytes");
        else if (kind.SequenceEqual("tRNS"u8))
            Transparency = data.ToArray();
        else if (kind.SequenceEqual("IDAT"u8))
            Pixels.Write(data);
        // An upper-case first letter marks a critical chunk (PNG specification, 5.4), which a reader must not skip.
        else if (char.IsAsciiLetterUpper((char)kind[0]) && !kind.SequenceEqual("IEND"u8))
            throw Trouble($"the chunk at byte {at} is of a kind that is not known and that cannot be left out");
    }

    private void UseHead(ReadOnlySpan<byte> data, int at)
    {
        Head = PngHead.Of(data) is { } head && Head == default
            ? head
            : throw Trouble($"the chunk IHDR at byte {at} says something that PNG does not know");
        PictureReader.CheckSize(_file, head.Width, head.Height, at + 8);
    }

    private MemtiException Trouble(string trouble) => DataFile.Unreadable(_file, trouble);
}
