using Memti.Abstractions.Training;

namespace Memti.Training.Datasets.Sources;

/// <summary>What is read of files. Anything beyond these is refused before it can cost memory or time.</summary>
public static class DatasetLimits
{
    /// <summary>Most bytes of the pixels of a part, which an <see cref="ImageSet"/> indexes with 31 bits.</summary>
    public const long PartBytes = 0x7FFF_FFC7;

    /// <summary>Most pixels of a picture.</summary>
    public const long PicturePixels = 64L * 1024 * 1024;

    /// <summary>Longest file of a picture.</summary>
    public const long PictureBytes = 512L * 1024 * 1024;

    /// <summary>Most bytes that one byte of a deflated stream can stand for, a property of RFC 1951: 258 bytes cost at least two bits.</summary>
    public const long DeflateRatio = 1032;

    /// <summary>Smallest and largest size that can be asked for, in pixels.</summary>
    public const int SmallestSize = 4, LargestSize = 512;
}
