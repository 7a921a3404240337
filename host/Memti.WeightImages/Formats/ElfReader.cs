using System.Buffers.Binary;
using System.Text;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Formats;

/// <summary>Finds the section of a weight image in an ELF object, or the loaded segments of a program.</summary>
internal readonly ref struct ElfReader(ElfObject format, ReadOnlySpan<byte> file)
{
    private readonly ReadOnlySpan<byte> _file = file;

    public FlatImage Read()
    {
        if (_file.Length < 52
            || !_file.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F'])
            || _file[4] is not (1 or 2)
            || _file[5] is not (1 or 2))
            throw Unreadable.At(format, 0, "it does not begin as an ELF file");
        // e_type 2 and 3 are programs, which a loader takes by their segments.
        if (Half(0x10) is 2 or 3)
            return Segments();
        // e_shoff, e_shnum and e_shstrndx have different offsets in ELF32 and ELF64.
        int table = Offset(IsWide ? 0x28 : 0x20, Address(IsWide ? 0x28 : 0x20));
        int sections = Half(IsWide ? 0x3C : 0x30);
        int names = Header(table, Half(IsWide ? 0x3E : 0x32));
        ReadOnlySpan<byte> prefix = Encoding.Latin1.GetBytes(ElfObject.SectionPrefix);
        for (int index = 0; index < sections; index++)
        {
            int header = Header(table, index);
            if (Name(header, names).StartsWith(prefix))
                return new FlatImage(Address(header + (IsWide ? 0x10 : 0x0C)), Contents(header).ToArray());
        }

        throw Unreadable.At(
            format, table, $"no section has a name that begins with {ElfObject.SectionPrefix}, and the file is no linked program");
    }

    /// <summary>The loaded segments of a program at their physical addresses, where a programmer of a flash writes them.</summary>
    private FlatImage Segments()
    {
        IImageFormat of = format;
        var bytes = new RangeCollector(
            "segment", (segment, why) => Unreadable.At(of, 0, FormattableString.Invariant($"{why} (segment {segment})")));
        // e_phoff, e_phentsize and e_phnum.
        int table = Offset(IsWide ? 0x20 : 0x1C, Address(IsWide ? 0x20 : 0x1C));
        int length = Half(IsWide ? 0x36 : 0x2A);
        int segments = Half(IsWide ? 0x38 : 0x2C);
        long all = 0;
        for (int index = 0; index < segments; index++)
        {
            int header = table + (index * length);
            const uint Load = 1;
            if (Word(header) != Load)
                continue;
            // p_offset, p_paddr and p_filesz.
            ReadOnlySpan<byte> data = Slice(header + (IsWide ? 0x08 : 0x04), header + (IsWide ? 0x20 : 0x10));
            ulong address = Address(header + (IsWide ? 0x18 : 0x0C));
            all += data.Length;
            if (all > 2L * _file.Length || address > ulong.MaxValue - (ulong)data.Length)
                throw Unreadable.At(format, header, "a segment does not fit the file or the addresses");
            bytes.Add(address, data, index);
        }

        ulong entry = Address(0x18);
        return new FlatImage(bytes.Finish())
        {
            Notes = entry == 0 ? [] : [new FlatNote("start_address", ImageFinding.Address(entry))],
        };
    }

    private bool IsWide => _file[4] == 2;

    private int Header(int table, int index) => table + (index * (IsWide ? 64 : 40));

    // Where the name ends is not looked for: all names together may be as long as the file times its sections.
    private ReadOnlySpan<byte> Name(int header, int names)
    {
        ReadOnlySpan<byte> table = Contents(names);
        uint start = Word(header);
        if (start >= table.Length)
            throw Unreadable.At(format, header, "the name of a section lies outside the table of names");
        return table[(int)start..];
    }

    private ReadOnlySpan<byte> Contents(int header)
    {
        int place = header + (IsWide ? 0x18 : 0x10);
        return Slice(place, place + (IsWide ? 8 : 4));
    }

    /// <summary>Bytes of the file whose start and length are at two places.</summary>
    private ReadOnlySpan<byte> Slice(int place, int lengthPlace)
    {
        int start = Offset(place, Address(place));
        ulong length = Address(lengthPlace);
        if (length > (ulong)(_file.Length - start))
            throw Unreadable.At(format, place, "a section or a segment runs past the end of the file");
        return _file.Slice(start, (int)length);
    }

    private int Offset(int place, ulong value) =>
        value <= (ulong)_file.Length ? (int)value : throw Unreadable.At(format, place, "an offset lies past the end of the file");

    private ushort Half(int place) => (ushort)Number(place, 2);

    private uint Word(int place) => (uint)Number(place, 4);

    private ulong Address(int place) => Number(place, IsWide ? 8 : 4);

    private ulong Number(int place, int width)
    {
        if (place < 0 || place > _file.Length - width)
            throw Unreadable.At(format, _file.Length, "the file is cut off");
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        bool isLittle = _file[5] == 1;
        _file.Slice(place, width).CopyTo(isLittle ? bytes : bytes[(8 - width)..]);
        return isLittle ? BinaryPrimitives.ReadUInt64LittleEndian(bytes) : BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }
}
