using Memti.Abstractions.Cells;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Documents.Words;

namespace Memti.Scenarios.Images;

/// <summary>Reads the section <c>images</c>: the layout of the weight image of each memory that it names.</summary>
internal sealed class ImagesReader(FindingList findings)
{
    private static readonly ImageSpec Usual = new();
    private static readonly CorrectionRequest UsualCode = new();

    private static readonly DocumentKey<int> WordBits =
        new("word_bits", "Bits of a word", ChoiceType.Of(8, 16, 32, 64, 128)) { Unit = "bit", Fallback = Usual.WordBits };
    private static readonly DocumentKey<ByteOrder> ByteOrder =
        new("byte_order", "Order of the bytes of a word") { Fallback = Usual.ByteOrder };
    private static readonly DocumentKey<BitOrder> BitOrder =
        new("bit_order", "From which end fields fill a word") { Fallback = Usual.BitOrder };

    private static readonly DocumentKey<CellPacking?> Packing = new(
        "packing",
        "values: the bits of values; dense, nibble, byte: the level of each cell in as many bits as it holds, 4 or 8")
    {
        DefaultWords = "dense where a memory has levels, else values",
    };

    private static readonly DocumentKey<CorrectionCode> Code =
        new("code", "secded corrects one bit of a word, bch a chosen number") { Fallback = UsualCode.Code };

    private static readonly DocumentKey<int> DataBits =
        new("data_bits", "Data bits of a word of the code, a multiple of the bits of a value", 1, 4096)
        {
            Unit = "bit",
            Fallback = UsualCode.DataBits,
        };

    private static readonly DocumentKey<int> CorrectableBits =
        new("correctable_bits", "Wrong bits that bch corrects", 1, 16) { Unit = "bit", Fallback = UsualCode.CorrectableBits };

    private static readonly DocumentKey<Section?> Ecc = new(
        "ecc",
        "Error-correcting code whose check bits follow the values of each of its words",
        new SectionType(new KeySection(Code, DataBits, CorrectableBits)));

    /// <summary>The layout of one memory.</summary>
    public static readonly DocumentKey<Section?> Layout = new(
        "",
        "How the contents of a memory lie in its weight image",
        new SectionType(new KeySection(WordBits, ByteOrder, BitOrder, Packing, Ecc)));

    /// <summary>Layouts by memory, in the order of the file.</summary>
    public IReadOnlyDictionary<string, ImageSpec> Read(Section? images, IReadOnlyList<string> memories)
    {
        var layouts = new SortedDictionary<string, ImageSpec>(StringComparer.Ordinal);
        foreach (MappingEntry entry in images?.Node.Entries ?? [])
            if (!memories.Contains(entry.Key))
                findings.UnknownItem(entry, "there is no such memory", memories);
            else if (!entry.Value.IsNull && Layout.TryRead(entry.Value, findings, out object? section))
                layouts[entry.Key] = Read((Section)section!);
        return layouts;
    }

    private static ImageSpec Read(Section layout) => new()
    {
        WordBits = WordBits.Read(layout),
        ByteOrder = ByteOrder.Read(layout),
        BitOrder = BitOrder.Read(layout),
        Packing = Packing.Read(layout),
        Ecc = Ecc.Read(layout) is { } ecc ? Correction(ecc) : null,
    };

    private static CorrectionRequest Correction(Section ecc) =>
        new() { Code = Code.Read(ecc), DataBits = DataBits.Read(ecc), CorrectableBits = CorrectableBits.Read(ecc) };
}
