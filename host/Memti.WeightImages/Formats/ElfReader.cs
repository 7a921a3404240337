using System.Buffers.Binary;
using System.Text;

namespace Memti.WeightImages.Formats;

/// <summary>Finds the section of a weight image in an ELF file.</summary>
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
        // e_shoff, e_shnum and e_shstrndx have different offsets in ELF32 and ELF64.
        int table = Offset(IsWide ? 0x28 : 0x20, Address(IsWide ? 0x28 : 0x20));
        int sections = Half(IsWide ? 0x3C : 0x30);
        int names = Header(table, Half(IsWide ? 0x3E : 0x32));
        for (int index = 0; index < sections; index++)
        {
            int header = Header(table, index);
            if (Name(header, names).StartsWith(ElfObject.SectionPrefix, StringComparison.Ordinal))
                return new FlatImage(Address(header + (IsWide ? 0x10 : 0x0C)), Contents(header).ToArray());
        }

        throw Unreadable.At(format, table, $"no section has a name that begins with {ElfObject.SectionPrefix}");
    }

    private bool IsWide => _file[4] == 2;

    private int Header(int table, int index) => table + (index * (IsWide ? 64 : 40));

    private string Name(int header, int names)
    {
        ReadOnlySpan<byte> table = Contents(names);
        uint start = Word(header);
        if (start >= table.Length)
            throw Unreadable.At(format, header, "the name of a section lies outside the table of names");
        ReadOnlySpan<byte> name = table[(int)start..];
        int end = name.IndexOf((byte)0);
        return Encoding.Latin1.GetString(end < 0 ? name : name[..end]);
    }

    private ReadOnlySpan<byte> Contents(int header)
    {
        int place = header + (IsWide ? 0x18 : 0x10);
        int start = Offset(place, Address(place));
        ulong length = Address(place + (IsWide ? 8 : 4));
        if (length > (ulong)(_file.Length - start))
            throw Unreadable.At(format, place, "a section runs past the end of the file");
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
