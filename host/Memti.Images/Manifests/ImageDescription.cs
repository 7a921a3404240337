namespace Memti.Images;

internal static class ImageDescription
{
    public static ManifestRegion Of(IReadOnlyList<RegionImage> images, IReadOnlyList<IImageFormat> formats, List<ImageFile> files) => throw new NotSupportedException();
}
