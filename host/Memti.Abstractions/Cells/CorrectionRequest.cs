namespace Memti.Abstractions.Cells;

/// <summary>An error-correcting code over words of neighbouring values. Check bits lie in cells like the widest cell of a value.</summary>
public sealed record CorrectionRequest
{
    /// <summary>The code. Default: SECDED.</summary>
    public CorrectionCode Code { get; init; } = CorrectionCode.Secded;

    /// <summary>Data bits of a word, a multiple of the bits of a value. Default: 64.</summary>
    public int DataBits { get; init; } = 64;

    /// <summary>Wrong bits that <see cref="CorrectionCode.Bch"/> corrects in a word, 1 to 16. Default: 2.</summary>
    public int CorrectableBits { get; init; } = 2;
}
