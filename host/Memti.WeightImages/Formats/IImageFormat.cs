using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>A file format for weight images.</summary>
public interface IImageFormat
{
    /// <summary>Name in scenarios and manifests, such as <c>ihex</c>.</summary>
    string Name { get; }

    /// <summary>File name extension with the dot: <c>.hex</c>.</summary>
    string Extension { get; }

    /// <summary>One phrase on the format, for help.</summary>
    string Description { get; }

    /// <summary>Writes a weight image. Equal images give equal bytes.</summary>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.ImageAddress"/>: the format cannot express the
    /// address.</exception>
    byte[] Write(RegionImage image);

    /// <summary>Reads a file of this format.</summary>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.ImageUnreadable"/>: the file has another form;
    /// states the byte.</exception>
    FlatImage Read(ReadOnlySpan<byte> file);
}
