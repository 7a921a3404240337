using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>Names of an image in programs.</summary>
internal static class ImageSymbols
{
    /// <summary>Identifier of C and of linkers: <c>memti_adapters_signs</c>.</summary>
    public static string Identifier(RegionImage image) => "memti_" + image.Name.Replace('-', '_').Replace('.', '_');
}
