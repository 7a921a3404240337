using Memti.Documents.Words;

namespace Memti.WeightImages.Manifests;

/// <summary>How values became bytes.</summary>
/// <param name="WordBits">Bits of a word: 8, 16, 32, 64 or 128.</param>
/// <param name="ByteOrder">Byte order of a word.</param>
/// <param name="BitOrder">The end of a word from which fields fill it.</param>
/// <param name="Packing">Contents of the fields.</param>
/// <param name="Ecc">Error-correcting code; its check bits follow the values. Null for none.</param>
public sealed record ManifestLayout(
    int WordBits,
    ByteOrder ByteOrder,
    BitOrder BitOrder,
    CellPacking Packing,
    ManifestCorrection? Ecc);
