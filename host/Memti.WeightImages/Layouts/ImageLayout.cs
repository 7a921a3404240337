using Memti.Abstractions.Cells;
using Memti.Scenarios.Images;

namespace Memti.WeightImages.Layouts;

/// <summary>How values become words, and words bytes. Every tensor begins at a whole word; bits that nothing fills are zero.</summary>
public sealed record ImageLayout
{
    /// <summary>Bits of a word: 8, 16, 32, 64 or 128. Default: 32.</summary>
    public int WordBits { get; init; } = 32;

    /// <summary>Which byte of a word has the lowest address. Default: the least significant.</summary>
    public ByteOrder ByteOrder { get; init; }

    /// <summary>From which end fields fill a word. Default: the least significant bit.</summary>
    public BitOrder BitOrder { get; init; }

    /// <summary>What a field is. Default: the bits of a value.</summary>
    public CellPacking Packing { get; init; }

    /// <summary>The code whose check bits follow the values of each of its words; null for none.</summary>
    public CorrectionRequest? Ecc { get; init; }

    /// <summary>Bytes of a word.</summary>
    public int WordBytes => WordBits / 8;
}
