using Memti.Scenarios.Images;

namespace Memti.WeightImages.Manifests;

/// <summary>How values became bytes.</summary>
/// <param name="WordBits">Bits of a word: 8, 16, 32, 64 or 128.</param>
/// <param name="ByteOrder">Which byte of a word comes first.</param>
/// <param name="BitOrder">From which end fields fill a word.</param>
/// <param name="Packing">What the fields hold.</param>
/// <param name="Ecc">The code whose check bits follow the values; null for none.</param>
public sealed record ManifestLayout(
    int WordBits,
    ByteOrder ByteOrder,
    BitOrder BitOrder,
    CellPacking Packing,
    ManifestCorrection? Ecc);
