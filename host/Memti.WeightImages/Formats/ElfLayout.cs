using Memti.Documents.Words;

namespace Memti.WeightImages.Formats;

/// <summary>Lays out the sections of a relocatable ELF file in sequence, with the section header table at the end.</summary>
internal static class ElfLayout
{
    private const ushort Relocatable = 1;

    public static byte[] Write(ElfNumbers file, ByteOrder order, ElfMachine machine, IReadOnlyList<ElfSection> sections)
    {
        int headerBytes = file.IsWide ? 64 : 52;
        int[] offsets = Offsets(sections, headerBytes, out int table);
        Header(file, order, machine, headerBytes, table, sections.Count);
        for (int index = 1; index < sections.Count; index++)
            file.Align(Math.Max((int)sections[index].Alignment, 1)).Bytes(sections[index].Contents.Span);
        file.Align(8);
        for (int index = 0; index < sections.Count; index++)
            SectionHeader(file, sections[index], offsets[index]);
        return file.ToArray();
    }

    private static int[] Offsets(IReadOnlyList<ElfSection> sections, int first, out int table)
    {
        int[] offsets = new int[sections.Count];
        int next = first;
        for (int index = 1; index < sections.Count; index++)
        {
            offsets[index] = RoundedUp(next, Math.Max((int)sections[index].Alignment, 1));
            next = offsets[index] + sections[index].Contents.Length;
        }

        table = RoundedUp(next, 8);
        return offsets;
    }

    private static int RoundedUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;

    private static void Header(ElfNumbers file, ByteOrder order, ElfMachine machine, int headerBytes, int table, int sections)
    {
        // e_ident: magic, class (1 = 32, 2 = 64 bit), data encoding (1 = little, 2 = big endian), version 1, padding.
        file.Bytes(
            [
                0x7F, (byte)'E', (byte)'L', (byte)'F', (byte)(file.IsWide ? 2 : 1), (byte)(order == ByteOrder.Little ? 1 : 2), 1, 0, 0,
                0, 0, 0, 0, 0, 0, 0
            ]);
        // Elf_Ehdr after e_ident (System V ABI, chapter 4): type, machine, version, no entry, no program headers, section table, flags.
        file.Half(Relocatable).Half(machine.Number).Word(1).Address(0).Address(0).Address((ulong)table).Word(machine.Flags);
        // e_shstrndx is the last section: ElfObject puts .shstrtab there.
        file.Half((ushort)headerBytes)
            .Half(0)
            .Half(0)
            .Half((ushort)(file.IsWide ? 64 : 40))
            .Half((ushort)sections)
            .Half((ushort)(sections - 1));
    }

    private static void SectionHeader(ElfNumbers file, ElfSection section, int offset) => file
        .Word(section.Name)
            .Word(section.Type)
            .Address(section.Flags)
            .Address(section.Address)
            .Address((ulong)offset)
            .Address((ulong)section.Contents.Length)
        .Word(section.Link).Word(section.Info).Address(section.Alignment).Address(section.EntryBytes);
}
