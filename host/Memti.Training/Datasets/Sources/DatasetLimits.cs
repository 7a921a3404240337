using Memti.Abstractions.Training;

namespace Memti.Training.Datasets.Sources;

/// <summary>Limits of what is read from files. Larger data is refused before it costs memory or time.</summary>
public static class DatasetLimits
{
    /// <summary>Most bytes of pixels in a part: the longest byte array of .NET, which an <see cref="ImageSet"/> indexes
    /// with 31 bits.</summary>
    public const long PartBytes = 0x7FFF_FFC7;

    /// <summary>Most pixels of a picture.</summary>
    public const long PicturePixels = 64L * 1024 * 1024;

    /// <summary>Longest picture file in bytes.</summary>
    public const long PictureBytes = 512L * 1024 * 1024;

    /// <summary>Most bytes that a packed file may unpack to.</summary>
    public const long PackedBytes = 768L * 1024 * 1024;

    /// <summary>Highest compression ratio of a deflate stream (RFC 1951): 258 bytes cost at least two bits.</summary>
    public const long DeflateRatio = 1032;

    /// <summary>Least and greatest requested image size in pixels.</summary>
    public const int SmallestSize = 4, LargestSize = 512;
}
