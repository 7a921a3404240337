using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Differences;

/// <summary>What must be written to put one image in the place of another.</summary>
/// <param name="Cells">Cells of the larger of the two.</param>
/// <param name="CellsChanged">Cells that hold something else. Cells that only one image has are changed.</param>
/// <param name="BitsChanged">Bits of the images that differ.</param>
/// <param name="BytesChanged">Bytes of the images that differ.</param>
/// <param name="Tensors">The same by tensor, for tensors that both images have; the others are in the sums alone.</param>
/// <param name="Levels">How many cells go from which level to which, in order; unchanged cells and cells of one image alone are left out.</param>
public sealed record ImageDiff(long Cells, long CellsChanged, long BitsChanged, long BytesChanged, IReadOnlyList<TensorDiff> Tensors, IReadOnlyList<LevelChange> Levels)
{
    /// <summary>Compares two images of one region.</summary>
    /// <exception cref="MemtiException"><see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.ImagesDoNotCompare"/>: of different layouts, or one with multi-level cells and one without.</exception>
    public static ImageDiff Of(RegionImage from, RegionImage to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return new ImageComparison(from, to).Run();
    }
}
