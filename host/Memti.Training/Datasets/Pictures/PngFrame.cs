using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Codes;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Pictures;

/// <summary>
/// Checks the chunks of a PNG (ISO/IEC 15948) before a library decodes them, and keeps only those that make the pixels. The library
/// verifies no checksum and inflates whatever it is given, so a damaged file would give a wrong picture, and a small one take all memory.
/// </summary>
internal sealed class PngFrame
{
    private const int ChunkFrame = 12, HeadBytes = 13, Palette = 3, MostEntries = 256;

    // The library holds the packed data twice and the unpacked pixels up to three times.
    private const long MostPackedBytes = 128L * 1024 * 1024, MostPixelBytes = 256L * 1024 * 1024;

    private readonly string _file;
    private readonly ArrayBufferWriter<byte> _rows = new();
    private byte[] _head = [], _palette = [], _transparency = [];
    private long _width, _height, _leastBytes, _mostBytes;

    private PngFrame(string file) => _file = file;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Bits of a sample, 1 to 16.</summary>
    public int Depth => _head[8];

    private int Colour => _head[9];

    private int IsInterlaced => _head[12];

    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/>: truncated or damaged, or a picture that is too
    /// large.</exception>
    public static PngFrame Check(byte[] bytes, string file)
    {
        PngFrame frame = new(file);
        if (!bytes.AsSpan().StartsWith(Signature))
            throw frame.Trouble("the signature of PNG at byte 0 is damaged");
        int at = Signature.Length;
        while (frame.Take(bytes, ref at))
        {
        }

        frame.CheckRows();
        return frame;
    }

    /// <summary>The picture as a PNG of its least chunks. Their checksums are zero: they were verified.</summary>
    public byte[] Core()
    {
        using MemoryStream core = new(_rows.WrittenCount + _palette.Length + _transparency.Length + 128);
        core.Write(Signature);
        Put(core, "IHDR"u8, _head);
        if (Colour == Palette)
            Put(core, "PLTE"u8, _palette);
        if (MeansTransparency())
            Put(core, "tRNS"u8, _transparency.AsSpan(0, Math.Min(_transparency.Length, Colour == Palette ? _palette.Length / 3 : 6)));
        Put(core, "IDAT"u8, _rows.WrittenSpan);
        Put(core, "IEND"u8, []);
        return core.ToArray();
    }

    private static void Put(MemoryStream core, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        core.Write(number);
        core.Write(kind);
        core.Write(data);
        number.Clear();
        core.Write(number);
    }

    /// <summary>Checks one chunk; false after the last one.</summary>
    private bool Take(byte[] bytes, ref int at)
    {
        if (bytes.Length - at < ChunkFrame)
            throw Trouble($"it ends at byte {bytes.Length}, before the chunk IEND");
        uint length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
        // Compared as a difference, because the length comes from the file and a sum could overflow.
        if (length > bytes.Length - at - ChunkFrame)
            throw Trouble($"the chunk at byte {at} has {length} bytes, and the file ends at byte {bytes.Length}");
        ReadOnlySpan<byte> kind = bytes.AsSpan(at + 4, 4), data = bytes.AsSpan(at + 8, (int)length);
        uint stated = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at + 8 + (int)length));
        if (Crc32.HashToUInt32(bytes.AsSpan(at + 4, 4 + (int)length)) != stated)
            throw Trouble($"the checksum of the chunk at byte {at} does not match");
        Use(kind, data, at);
        at += ChunkFrame + (int)length;
        return !kind.SequenceEqual("IEND"u8);
    }

    private void Use(ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data, int at)
    {
        if (kind.SequenceEqual("IHDR"u8))
            UseHead(data, at);
        else if (_head.Length == 0)
            throw Trouble($"the chunk at byte {at} stands before the chunk IHDR");
        else if (kind.SequenceEqual("PLTE"u8))
            _palette = data.Length % 3 == 0 && data.Length <= 3 * MostEntries
                ? data.ToArray()
                : throw Trouble($"the palette at byte {at} has {data.Length} bytes");
        else if (kind.SequenceEqual("tRNS"u8))
            _transparency = data.ToArray();
        else if (kind.SequenceEqual("IDAT"u8))
            _rows.Write(data);
        // An upper-case first letter marks a critical chunk (5.4), which a reader must not skip.
        else if (char.IsAsciiLetterUpper((char)kind[0]) && !kind.SequenceEqual("IEND"u8))
            throw Trouble($"the chunk at byte {at} is of a kind that is not known and that cannot be left out");
    }

    private void UseHead(ReadOnlySpan<byte> data, int at)
    {
        if (_head.Length > 0 || data.Length != HeadBytes || data[10..] is not [0, 0, 0 or 1] || Samples(data[9], data[8]) == 0)
            throw Trouble($"the chunk IHDR at byte {at} says something that PNG does not know");
        _head = data.ToArray();
        (_width, _height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        PictureReader.CheckSize(_file, _width, _height, at + 8);
        // The library widens samples to bytes, adds one for tRNS, and holds interlaced pictures twice.
        int samples = Samples(Colour, Depth), held = Math.Min(4, samples + 1) * Math.Max(8, Depth) * (IsInterlaced + 1) / 8;
        if (_width * _height * held > MostPixelBytes)
            throw Trouble($"its {_width} x {_height} pixels take {held} bytes each; permitted: {MostPixelBytes} bytes in all");
        long bits = samples * Depth;
        _leastBytes = _width * _height * bits / 8;
        // Each row has a byte for its filter; the seven passes of an interlaced picture have fewer than two rows for each of its rows.
        _mostBytes = IsInterlaced == 0 ? _height * ((_width * bits + 7) / 8 + 1) : _leastBytes + 4 * _height + 28;
    }

    /// <summary>Samples of a pixel for a colour type (11.2.2); 0 for a type and depth that PNG does not define.</summary>
    private static int Samples(int colour, int depth) => (colour, depth) switch
    {
        (0, 1 or 2 or 4 or 8 or 16) or (Palette, 1 or 2 or 4 or 8) => 1,
        (4, 8 or 16) => 2,
        (2, 8 or 16) => 3,
        (6, 8 or 16) => 4,
        _ => 0,
    };

    /// <summary>True when tRNS names a colour that pixels can have; the library refuses files where it does not, which are sound without
    /// it.</summary>
    private bool MeansTransparency()
    {
        if (Colour == Palette)
            return _transparency.Length > 0;
        if (Colour is not (0 or 2) || _transparency.Length != 2 * Samples(Colour, Depth))
            return false;
        for (int at = 0; at < _transparency.Length; at += 2)
            if (BinaryPrimitives.ReadUInt16BigEndian(_transparency.AsSpan(at)) >> Depth != 0)
                return false;
        return true;
    }

    /// <summary>Unpacks the rows into nothing: their checksum must match, and they must end where the picture does.</summary>
    private void CheckRows()
    {
        if (Colour == Palette && _palette.Length == 0)
            throw Trouble("it has no palette, which its pixels name entries of");
        if (_rows.WrittenCount > MostPackedBytes || _leastBytes > _rows.WrittenCount * DatasetLimits.DeflateRatio)
            throw Trouble(
                $"its {_width} x {_height} pixels are more than its {_rows.WrittenCount} bytes of data can hold, or its data more than the "
                    + $"permitted {MostPackedBytes} bytes");
        MemoryMarshal.TryGetArray(_rows.WrittenMemory, out ArraySegment<byte> packed);
        using ZLibStream plain = new(new MemoryStream(packed.Array!, 0, packed.Count), CompressionMode.Decompress);
        if (new CountedStream(plain, _file).Skip(_mostBytes + 1) > _mostBytes)
            throw Trouble($"its data go on after byte {_mostBytes}, where its {_width} x {_height} pixels have ended");
    }

    private MemtiException Trouble(string trouble) => DataFile.Unreadable(_file, trouble);
}
