namespace Memti.Images;

internal sealed class ImageComparison(RegionImage from, RegionImage to)
{
    public ImageDiff Run() => throw new NotSupportedException(from.Name + to.Name);
}
