namespace Memti.Abstractions.Cells;

/// <summary>A family of error-correcting codes.</summary>
public enum CorrectionCode
{
    /// <summary>Extended Hamming: corrects one wrong bit of a word, detects two.</summary>
    Secded,

    /// <summary>Bose, Chaudhuri, Hocquenghem: corrects a chosen number of wrong bits.</summary>
    Bch,
}
