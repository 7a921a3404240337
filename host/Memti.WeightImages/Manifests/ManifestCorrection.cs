using Memti.Abstractions.Cells;

namespace Memti.WeightImages.Manifests;

/// <summary>An error-correcting code.</summary>
/// <param name="Code"><c>secded</c> or <c>bch</c>.</param>
/// <param name="DataBits">Data bits per code word.</param>
/// <param name="CorrectableBits">Correctable wrong bits per code word.</param>
public sealed record ManifestCorrection(
    CorrectionCode Code,
    int DataBits,
    int CorrectableBits);
