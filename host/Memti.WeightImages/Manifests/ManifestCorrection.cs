using Memti.Abstractions.Cells;

namespace Memti.WeightImages.Manifests;

/// <summary>An error-correcting code.</summary>
/// <param name="Code"><c>secded</c> or <c>bch</c>.</param>
/// <param name="DataBits">Data bits of a word of the code.</param>
/// <param name="CorrectableBits">Wrong bits that it corrects in a word.</param>
public sealed record ManifestCorrection(
    CorrectionCode Code,
    int DataBits,
    int CorrectableBits);
