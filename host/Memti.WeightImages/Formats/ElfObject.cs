using System.Text;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>
/// A relocatable ELF object: section <c>.memti.&lt;region&gt;[.&lt;task&gt;]</c> at the address of the region, with symbols for start, end,
/// size and address, in the byte order of the layout. An object for a machine has size and address as constants too, for code that may
/// lie at any address. Without a machine it is ELF32 when all addresses fit 32 bits, else ELF64.
/// </summary>
/// <param name="machine">Target machine.</param>
/// <remarks>System V Application Binary Interface, edition 4.1, chapter 4.</remarks>
internal sealed class ElfObject(ElfMachine machine) : IImageFormat
{
    private const int Alloc = 2;
    private const byte GlobalObject = 0x11;
    private const byte GlobalNoType = 0x10;
    private const ushort Absolute = 0xFFF1;

    /// <summary>Index of the section of constants, behind the null section and the image.</summary>
    private const ushort ConstantsSection = 2;

    /// <summary>Start of the name of a section that holds an image.</summary>
    internal const string SectionPrefix = ".memti.";

    /// <inheritdoc />
    public string Name => machine == ElfMachine.None ? "elf" : $"elf-{machine.Name}";

    /// <inheritdoc />
    public string Extension => machine == ElfMachine.None ? ".o" : $".{machine.Name}.o";

    /// <inheritdoc />
    public IReadOnlyList<string> OtherExtensions => machine == ElfMachine.None ? [".elf", ".axf"] : [];

    /// <inheritdoc />
    public bool IsForTarget => machine != ElfMachine.None;

    /// <inheritdoc />
    public string Description => $"ELF object for {machine.Title}, with a section and symbols";

    /// <inheritdoc />
    public byte[] Write(RegionImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        bool isWide = IsWide(image);
        bool isLinked = machine != ElfMachine.None;
        byte[] names = Names(
            "", SectionPrefix + image.Name, ".symtab", ".strtab", ".note.GNU-stack", ".shstrtab", ".rodata" + SectionPrefix + image.Name);
        string symbol = ImageSymbols.Identifier(image);
        byte[] symbolNames = Names(
            "", symbol + "_start", symbol + "_end", symbol + "_size", symbol + "_address", symbol + "_bytes", symbol + "_base");
        byte[] symbols = Symbols(image, isWide, symbolNames);
        // Section types: 1 = SHT_PROGBITS, 2 = SHT_SYMTAB, 3 = SHT_STRTAB. Section 0 is the required null section.
        ElfSection[] sections =
        [
            new(0, 0, 0, 0, default, 0, 0, 0, 0),
            new(Offset(names, 1), 1, Alloc, image.Address, image.Bytes, 0, 0, (uint)Math.Max(image.Layout.WordBytes, 4), 0),
            // Size and address as constants: code at any address cannot refer to an absolute symbol, but it can read these.
            .. isLinked
                ? (ElfSection[])[new(Offset(names, 6), 1, Alloc, 0, Constants(image, isWide), 0, 0, isWide ? 8u : 4u, 0)]
                : [],
            // sh_link is .strtab; sh_info 1 is the first global symbol, because only the null symbol is local.
            new(Offset(names, 2), 2, 0, 0, symbols, isLinked ? 4u : 3u, 1, isWide ? 8u : 4u, isWide ? 24u : 16u),
            new(Offset(names, 3), 3, 0, 0, symbolNames, 0, 0, 1, 0),
            // Asks for no executable stack.
            .. !isLinked ? (ElfSection[])[] : [new(Offset(names, 4), 1, 0, 0, default, 0, 0, 1, 0)],
            new(Offset(names, 5), 3, 0, 0, names, 0, 0, 1, 0),
        ];
        return ElfLayout.Write(new ElfNumbers(isWide, image.Layout.ByteOrder), image.Layout.ByteOrder, machine, sections);
    }

    /// <inheritdoc />
    public FlatImage Read(ReadOnlySpan<byte> file) => new ElfReader(this, file).Read();

    private bool IsWide(RegionImage image)
    {
        bool needed = image.Address + (ulong)image.Bytes.Length > uint.MaxValue;
        if (needed && machine.IsWide == false)
            throw AddressLimit.Beyond32Bits(image, machine.Title);
        return machine.IsWide ?? needed;
    }

    private static byte[] Constants(RegionImage image, bool isWide) =>
        new ElfNumbers(isWide, image.Layout.ByteOrder).Address((ulong)image.Bytes.Length).Address(image.Address).ToArray();

    private byte[] Symbols(RegionImage image, bool isWide, byte[] names)
    {
        var symbols = new ElfNumbers(isWide, image.Layout.ByteOrder);
        ulong size = (ulong)image.Bytes.Length;
        Symbol(symbols, 0, 0, 0, 0, 0);
        Symbol(symbols, Offset(names, 1), GlobalObject, 1, 0, size);
        Symbol(symbols, Offset(names, 2), GlobalNoType, 1, size, 0);
        Symbol(symbols, Offset(names, 3), GlobalNoType, Absolute, size, 0);
        Symbol(symbols, Offset(names, 4), GlobalNoType, Absolute, image.Address, 0);
        if (machine == ElfMachine.None)
            return symbols.ToArray();
        ulong width = isWide ? 8u : 4u;
        Symbol(symbols, Offset(names, 5), GlobalObject, ConstantsSection, 0, width);
        Symbol(symbols, Offset(names, 6), GlobalObject, ConstantsSection, width, width);
        return symbols.ToArray();
    }

    private static void Symbol(ElfNumbers symbols, uint name, byte info, ushort section, ulong value, ulong size)
    {
        symbols.Word(name);
        if (symbols.IsWide)
            symbols.Bytes([info, 0]).Half(section).Address(value).Address(size);
        // Elf64_Sym and Elf32_Sym have the same fields in different order.
        else
            symbols.Address(value).Address(size).Bytes([info, 0]).Half(section);
    }

    private static byte[] Names(params ReadOnlySpan<string> names) =>
        Encoding.ASCII.GetBytes(string.Concat(names.ToArray().Select(static name => name + "\0")));

    /// <summary>Start of a name in a string table.</summary>
    private static uint Offset(byte[] names, int index)
    {
        int offset = 0;
        for (int name = 0; name < index; name++)
            offset = Array.IndexOf(names, (byte)0, offset) + 1;
        return (uint)offset;
    }
}
