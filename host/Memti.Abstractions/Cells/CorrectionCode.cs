namespace Memti.Abstractions.Cells;

/// <summary>A family of error-correcting codes.</summary>
public enum CorrectionCode
{
    /// <summary>Extended Hamming code: corrects one wrong bit of a word and detects two.</summary>
    Secded,

    /// <summary>Bose-Chaudhuri-Hocquenghem code: corrects a chosen number of wrong bits of a word.</summary>
    Bch,
}
