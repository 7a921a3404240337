using Memti.Abstractions.Cells;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Scenarios.Images;

/// <summary>Reads the section <c>images</c>: the layout of the weight image of each memory that it names.</summary>
internal sealed class ImagesReader(FindingList findings)
{
    public const int MostDataBits = 4096;
    public const int MostCorrectable = 16;

    public static readonly IReadOnlyList<string> WordBits = ["8", "16", "32", "64", "128"];
    public static readonly IReadOnlyList<string> ByteOrders = ["little", "big"];
    public static readonly IReadOnlyList<string> BitOrders = ["lsb_first", "msb_first"];
    public static readonly IReadOnlyList<string> Packings = ["values", "dense", "nibble", "byte"];
    public static readonly IReadOnlyList<string> Codes = ["secded", "bch"];

    private static readonly string[] Keys = ["word_bits", "byte_order", "bit_order", "packing", "ecc"];
    private static readonly string[] EccKeys = ["code", "data_bits", "correctable_bits"];

    /// <summary>Layouts by memory, in the order of the file.</summary>
    public IReadOnlyDictionary<string, ImageSpec> Read(Section? images, IReadOnlyList<string> memories)
    {
        var layouts = new SortedDictionary<string, ImageSpec>(StringComparer.Ordinal);
        foreach (MappingEntry entry in images?.Node.Entries ?? [])
            if (!memories.Contains(entry.Key))
                findings.UnknownItem(entry, "there is no such memory", memories);
            else if (!entry.Value.IsNull && Section.Of(entry.Value, findings) is { } section)
                layouts[entry.Key] = Layout(section);
        return layouts;
    }

    private static ImageSpec Layout(Section section)
    {
        section.RefuseOthers(Keys);
        return new ImageSpec
        {
            WordBits = 8 << (section.Word("word_bits", WordBits) ?? 2),
            ByteOrder = (ByteOrder)(section.Word("byte_order", ByteOrders) ?? 0),
            BitOrder = (BitOrder)(section.Word("bit_order", BitOrders) ?? 0),
            Packing = (CellPacking?)section.Word("packing", Packings),
            Ecc = section.Mapping("ecc") is { } ecc ? Ecc(ecc) : null,
        };
    }

    private static CorrectionRequest Ecc(Section section)
    {
        section.RefuseOthers(EccKeys);
        var usual = new CorrectionRequest();
        return new CorrectionRequest
        {
            Code = (CorrectionCode)(section.Word("code", Codes) ?? 0),
            DataBits = (int)(section.Whole("data_bits", 1, MostDataBits) ?? usual.DataBits),
            CorrectableBits = (int)(section.Whole("correctable_bits", 1, MostCorrectable) ?? usual.CorrectableBits),
        };
    }
}
