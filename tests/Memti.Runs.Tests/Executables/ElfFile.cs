using System.Text;

namespace Memti.Runs.Tests.Executables;

/// <summary>Writes small ELF files: header, program headers, bytes, and optionally sections with symbols.</summary>
internal sealed class ElfFile
{
    private readonly List<(uint Virtual, uint Physical, byte[] Bytes, uint MemorySize)> _segments = [];
    private readonly List<(string Name, uint Address, uint Size, byte Type)> _symbols = [];

    internal const int RiscV = 243;

    internal byte Class { get; init; } = 1;

    internal byte Order { get; init; } = 1;

    internal ushort Type { get; init; } = 2;

    internal ushort Machine { get; init; } = RiscV;

    internal uint Entry { get; init; } = 0x2000_0000;

    internal ElfFile Segment(uint address, params byte[] bytes) => Segment(address, address, bytes, (uint)bytes.Length);

    internal ElfFile Segment(uint at, uint physical, byte[] bytes, uint memorySize)
    {
        _segments.Add((at, physical, bytes, memorySize));
        return this;
    }

    internal ElfFile Function(string name, uint address, uint size) => Symbol(name, address, size, 2);

    internal ElfFile Symbol(string name, uint address, uint size, byte type)
    {
        _symbols.Add((name, address, size, type));
        return this;
    }

    internal string Save(string folder)
    {
        string path = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".elf");
        File.WriteAllBytes(path, Bytes());
        return path;
    }

    internal byte[] Bytes()
    {
        int data = 52 + (32 * _segments.Count);
        (byte[] names, uint[] places) = Names([.. _symbols.Select(static symbol => symbol.Name)]);
        (byte[] titles, uint[] titlePlaces) = Names([".text", ".symtab", ".strtab", ".shstrtab"]);
        int symbols = data + _segments.Sum(static segment => segment.Bytes.Length);
        int strings = symbols + (16 * (_symbols.Count + 1));
        int sections = strings + names.Length + titles.Length;
        var stream = new MemoryStream();
        var writer = new BinaryWriter(stream);
        writer.Write("\u007fELF"u8);
        writer.Write([Class, Order, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        writer.Write(Type);
        writer.Write(Machine);
        Write(writer, 1, Entry, 52, (uint)sections, 0);
        foreach (int half in (int[])[52, 32, _segments.Count, 40, 5, 4])
            writer.Write((ushort)half);
        int offset = data;
        foreach ((uint at, uint physical, byte[] bytes, uint memorySize) in _segments)
        {
            Write(writer, 1, (uint)offset, at, physical, (uint)bytes.Length, memorySize, 7, 1);
            offset += bytes.Length;
        }

        foreach ((_, _, byte[] bytes, _) in _segments)
            writer.Write(bytes);
        writer.Write(new byte[16]);
        for (int place = 0; place < _symbols.Count; place++)
        {
            Write(writer, places[place], _symbols[place].Address, _symbols[place].Size);
            writer.Write([(byte)(0x10 | _symbols[place].Type), 0]);
            writer.Write((ushort)1);
        }

        writer.Write(names);
        writer.Write(titles);
        uint text = _segments.Count == 0 ? 0 : _segments[0].Virtual;
        uint length = _segments.Count == 0 ? 0 : (uint)_segments[0].Bytes.Length;
        writer.Write(new byte[40]);
        Write(writer, titlePlaces[0], 1, 6, text, (uint)data, length, 0, 0, 1, 0);
        Write(writer, titlePlaces[1], 2, 0, 0, (uint)symbols, (uint)(16 * (_symbols.Count + 1)), 3, 1, 4, 16);
        Write(writer, titlePlaces[2], 3, 0, 0, (uint)strings, (uint)names.Length, 0, 0, 1, 0);
        Write(writer, titlePlaces[3], 3, 0, 0, (uint)(strings + names.Length), (uint)titles.Length, 0, 0, 1, 0);
        return stream.ToArray();
    }

    private static void Write(BinaryWriter writer, params uint[] words)
    {
        foreach (uint word in words)
            writer.Write(word);
    }

    private static (byte[] Bytes, uint[] Places) Names(string[] names)
    {
        var bytes = new List<byte> { 0 };
        var places = new uint[names.Length];
        for (int place = 0; place < names.Length; place++)
        {
            places[place] = (uint)bytes.Count;
            bytes.AddRange(Encoding.ASCII.GetBytes(names[place]));
            bytes.Add(0);
        }

        return ([.. bytes], places);
    }
}
