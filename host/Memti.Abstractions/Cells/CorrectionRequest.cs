namespace Memti.Abstractions.Cells;

/// <summary>An error-correcting code over words of neighbouring values, with check bits in cells of the same kind as the values' widest.</summary>
public sealed record CorrectionRequest
{
    /// <summary>The code.</summary>
    public CorrectionCode Code { get; init; } = CorrectionCode.Secded;

    /// <summary>Data bits of a word, a multiple of the bits of a value.</summary>
    public int DataBits { get; init; } = 64;

    /// <summary>Wrong bits that <see cref="CorrectionCode.Bch"/> corrects in a word, 1 to 16.</summary>
    public int CorrectableBits { get; init; } = 2;
}
