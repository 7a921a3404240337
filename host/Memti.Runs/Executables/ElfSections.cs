using System.Buffers.Binary;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;

namespace Memti.Runs.Executables;

/// <summary>
/// Looks at the tables of an ELF file of 32 bits before a library parses it. The library believes every length, and reads a name again for
/// each symbol that has it. Layout: System V ABI, chapter 4.
/// </summary>
internal sealed class ElfSections
{
    private const int SectionsPlace = 0x20, SectionLengthPlace = 0x2E, NamesPlace = 0x32, SegmentsPlace = 0x1C, SegmentLengthPlace = 0x2A;
    private const int SectionLength = 40, SegmentLength = 32, SymbolLength = 16;
    private const uint Bits = 1, Symbols = 2, Strings = 3, DynamicSymbols = 11, Empty = 8, Load = 1;

    private readonly string _path;
    private readonly byte[] _file;
    private readonly int _sections, _sectionCount, _segments, _segmentCount;
    private long _nameBytes;

    private ElfSections(string path, byte[] file)
    {
        (_path, _file) = (path, file);
        (_sections, _sectionCount) = Table(SectionsPlace, SectionLengthPlace, SectionLength);
        // The library then believes the first section, and makes as many as it says.
        if (_sectionCount == 0 && Word(SectionsPlace) != 0)
            throw Damaged("its header has no number of sections, which stands in the first of them where there are 65,280 and more");
        (_segments, _segmentCount) = Table(SegmentsPlace, SegmentLengthPlace, SegmentLength);
        // Names of a sound file are in its tables of strings about once.
        _nameBytes = (4L * file.Length) + (1 << 20);
    }

    /// <summary>Checks the tables.</summary>
    /// <returns>The file, in which only what an executable needs keeps its kind: segments to load, symbols, strings.</returns>
    /// <exception cref="MemtiException"><see cref="ExecutableCodes.NotExecutable"/>.</exception>
    public static byte[] Verified(string path, byte[] file) => new ElfSections(path, file).Verified();

    private byte[] Verified()
    {
        byte[]? plain = null;
        long symbolBytes = 0;
        for (int index = 0; index < _sectionCount; index++)
        {
            int header = Header(index);
            if (Word(header + 4) is Symbols or DynamicSymbols or Strings)
                symbolBytes += Contents(header).Length;
            else if (Word(header + 4) is not (0 or Bits or Empty))
                Plain(ref plain, header + 4, Bits);
        }

        if (symbolBytes > 2L * _file.Length)
            throw Damaged("its tables of symbols and names overlap");
        for (int segment = _segments; segment < _segments + (_segmentCount * SegmentLength); segment += SegmentLength)
            if (Word(segment) is not (0 or Load))
                Plain(ref plain, segment, 0);
        CountNames();
        return plain ?? _file;
    }

    private void Plain(ref byte[]? plain, int place, uint kind) =>
        BinaryPrimitives.WriteUInt32LittleEndian((plain ??= [.. _file]).AsSpan(place), kind);

    private void CountNames()
    {
        for (int index = 0; index < _sectionCount; index++)
        {
            int header = Header(index);
            Count(Half(NamesPlace), Word(header));
            if (Word(header + 4) is not (Symbols or DynamicSymbols))
                continue;
            if (Word(header + 36) != SymbolLength)
                throw Damaged("its symbols have another length than 16 bytes");
            ReadOnlySpan<byte> symbols = Contents(header);
            for (int at = 0; at + SymbolLength <= symbols.Length; at += SymbolLength)
                Count((int)Math.Min(Word(header + 24), int.MaxValue), BinaryPrimitives.ReadUInt32LittleEndian(symbols[at..]));
        }
    }

    private void Count(int table, uint name)
    {
        if (table >= _sectionCount || Word(Header(table) + 4) != Strings)
            return;
        ReadOnlySpan<byte> names = Contents(Header(table));
        if (name >= names.Length)
            return;
        int end = names[(int)name..].IndexOf((byte)0);
        _nameBytes -= end < 0 ? names.Length - name : end;
        if (_nameBytes < 0)
            throw Damaged("its names are longer than the file");
    }

    private (int Place, int Count) Table(int place, int lengthPlace, int length)
    {
        int count = Half(lengthPlace + 2);
        uint start = Word(place);
        if (count == 0)
            return (0, 0);
        if (Half(lengthPlace) != length || start > _file.Length || count * (long)length > _file.Length - start)
            throw Damaged("its headers of sections or segments do not fit it");
        return ((int)start, count);
    }

    private int Header(int index) => _sections + (index * SectionLength);

    private ReadOnlySpan<byte> Contents(int header)
    {
        (uint start, uint length) = (Word(header + 16), Word(header + 20));
        return start <= _file.Length && length <= _file.Length - start
            ? _file.AsSpan((int)start, (int)length)
            : throw Damaged("a section runs past its end");
    }

    private ushort Half(int place) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(place));

    private uint Word(int place) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(place));

    private MemtiException Damaged(string why) =>
        ElfReader.Refuse(ExecutableCodes.NotExecutable, _path, $"it is damaged: {why}", "an executable as a linker writes it");
}
