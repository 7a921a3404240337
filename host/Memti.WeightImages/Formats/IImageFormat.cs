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

    /// <summary>Further extensions of files that other programs write in this format. Default: none.</summary>
    IReadOnlyList<string> OtherExtensions => [];

    /// <summary>Bytes to whose multiple the format fills an image up with zeros, and of which its address is a multiple. Default: 1.
    /// </summary>
    int BlockBytes => 1;

    /// <summary>True for a variant of another format for one machine or family of chips. Default: false.</summary>
    bool IsForTarget => false;

    /// <summary>One phrase on the format, for help.</summary>
    string Description { get; }

    /// <summary>Writes a weight image. Equal images give equal bytes.</summary>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.ImageAddress"/>: the format cannot express the
    /// address.</exception>
    byte[] Write(RegionImage image);

    /// <summary>Reads a file of this format.</summary>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.ImageUnreadable"/>: the file has another form; states the byte, and
    /// in a text the line.</exception>
    FlatImage Read(ReadOnlySpan<byte> file);

    /// <summary>Reads a file of this format.</summary>
    /// <param name="file">The file.</param>
    /// <param name="words">How words become bytes, for formats that do not say so; null where nobody has stated it.</param>
    /// <inheritdoc cref="Read(ReadOnlySpan{byte})" path="/exception"/>
    FlatImage Read(ReadOnlySpan<byte> file, WordForm? words) => Read(file);
}
