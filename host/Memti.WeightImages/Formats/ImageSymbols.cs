using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>Names of weight images in programs.</summary>
internal static class ImageSymbols
{
    /// <summary>Identifier for C and linkers, such as <c>memti_adapters_signs</c>.</summary>
    public static string Identifier(RegionImage image) => "memti_" + image.Name.Replace('-', '_').Replace('.', '_');
}
