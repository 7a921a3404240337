using ELFSharp.ELF;
using ELFSharp.ELF.Sections;
using Memti.Simulation.Executables;

namespace Memti.Runs.Executables;

/// <summary>The functions of an ELF file.</summary>
internal static class ElfSymbols
{
    public static SymbolTable Of(ELF<uint> elf)
    {
        SymbolEntry<uint>[] code =
            [.. elf.GetSections<SymbolTable<uint>>().SelectMany(static table => table.Entries).Where(IsCode)
                // A function with its size says more than a label at the same address.
                .OrderBy(static entry => entry.Value).ThenBy(static entry => entry.Size == 0)];
        uint?[] following = Following(code);
        return new([.. code.Select((entry, place) => new Symbol(entry.Name, entry.Value, SizeOf(entry, following[place])))]);
    }

    /// <summary>The next higher address of each entry; null for the last ones. One pass: all entries may have the same address.</summary>
    private static uint?[] Following(SymbolEntry<uint>[] code)
    {
        uint?[] following = new uint?[code.Length];
        for (int place = code.Length - 2; place >= 0; place--)
            following[place] = code[place + 1].Value > code[place].Value ? code[place + 1].Value : following[place + 1];
        return following;
    }

    /// <summary>Functions, and labels that assembly leaves without a type; not the marks of the assembler and of mapping symbols.</summary>
    private static bool IsCode(SymbolEntry<uint> entry) =>
        entry.Type is SymbolType.Function || (entry.Type is SymbolType.NotSpecified && IsLabel(entry));

    private static bool IsLabel(SymbolEntry<uint> entry) =>
        !entry.IsPointedIndexSpecial
        && entry.Name.Length > 0
        && entry.Name[0] is not ('$' or '.')
        && (entry.PointedSection.Flags & SectionFlags.Executable) != 0;

    /// <summary>A label without a size reaches to the next one, the last to the end of its section.</summary>
    private static ulong SizeOf(SymbolEntry<uint> entry, uint? following)
    {
        if (entry.Size > 0)
            return entry.Size;
        Section<uint> section = entry.PointedSection;
        ulong end = section.LoadAddress + (ulong)section.Size;
        return following is { } next
            ? Math.Min(next, Math.Max(end, entry.Value + 1UL)) - entry.Value
            : Math.Max(1, end - Math.Min(end, entry.Value));
    }
}
