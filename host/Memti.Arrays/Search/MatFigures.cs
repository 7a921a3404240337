using Memti.Arrays.Organisations;

namespace Memti.Arrays.Search;

/// <summary>Figures of a mat that enter the comparison of banks. SI units.</summary>
internal readonly record struct MatFigures(
    double Height, double Width, double Read, double Write, double ReadEnergy, double WriteEnergy, double Leakage, double BitlineOhms)
{
    /// <summary>Extracts the figures of a mat.</summary>
    public static MatFigures Of(in Mat mat) =>
        new(
            mat.Extent.Height,
            mat.Extent.Width,
            mat.Read,
            mat.Write,
            mat.Energy.Read,
            mat.Energy.Write,
            mat.Leakage,
            mat.Subarray.Bitline.OhmsPerMetre);
}
