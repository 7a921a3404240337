using Memti.Arrays.Organisations;

namespace Memti.Arrays.Search;

/// <summary>The figures of a mat by which banks are compared. SI units.</summary>
internal readonly record struct MatFigures(
    double Height, double Width, double Read, double Write, double ReadEnergy, double WriteEnergy, double Leakage, double BitlineOhms)
{
    /// <summary>The figures of a mat.</summary>
    public static MatFigures Of(in Mat mat) =>
        new(mat.Extent.Height, mat.Extent.Width, mat.Read, mat.Write, mat.Energy.Read, mat.Energy.Write, mat.Leakage, mat.Subarray.Bitline.OhmsPerMetre);
}
