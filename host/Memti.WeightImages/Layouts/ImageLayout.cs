using Memti.Abstractions.Cells;
using Memti.Documents.Words;

namespace Memti.WeightImages.Layouts;

/// <summary>How values become words, and words become bytes. Every tensor starts at a whole word; unused bits are zero.</summary>
public sealed record ImageLayout
{
    /// <summary>Bits of a word: 8, 16, 32, 64 or 128. Default: 32.</summary>
    public int WordBits { get; init; } = 32;

    /// <summary>Byte order of a word. Default: least significant byte first.</summary>
    public ByteOrder ByteOrder { get; init; }

    /// <summary>The end of a word from which fields fill it. Default: the least significant bit.</summary>
    public BitOrder BitOrder { get; init; }

    /// <summary>The unit of a field. Default: the bits of a value.</summary>
    public CellPacking Packing { get; init; }

    /// <summary>Error-correcting code; its check bits follow the values of each code word. Default: null, for none.</summary>
    public CorrectionRequest? Ecc { get; init; }

    /// <summary>Bytes of a word.</summary>
    public int WordBytes => WordBits / 8;
}
