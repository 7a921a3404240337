using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Differences;

/// <summary>Difference of two weight images: what a write of one over the other changes.</summary>
/// <param name="Cells">Cells of the larger image.</param>
/// <param name="CellsChanged">Cells with another level, including cells that only one image has.</param>
/// <param name="BitsChanged">Bits of the images that differ.</param>
/// <param name="BytesChanged">Bytes of the images that differ.</param>
/// <param name="Tensors">Differences by tensor, for tensors at the same place in both images; others count in the sums only.</param>
/// <param name="Levels">Number of cells for each change of level, in order. Excludes unchanged cells and cells that only one image
/// has.</param>
public sealed record ImageDiff(
    long Cells,
    long CellsChanged,
    long BitsChanged,
    long BytesChanged,
    IReadOnlyList<TensorDiff> Tensors,
    IReadOnlyList<LevelChange> Levels)
{
    /// <summary>Compares two weight images of one region.</summary>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.ImagesDoNotCompare"/>: their layouts differ, or
    /// only one has multi-level cells.</exception>
    public static ImageDiff Of(RegionImage from, RegionImage to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return new ImageComparison(from, to).Run();
    }
}
