using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Formats;

/// <summary>A form of file.</summary>
public interface IImageFormat
{
    /// <summary>Name in scenarios and manifests, such as <c>ihex</c>.</summary>
    string Name { get; }

    /// <summary>End of a file's name, with the point: <c>.hex</c>.</summary>
    string Extension { get; }

    /// <summary>The form in a sentence, for help.</summary>
    string Description { get; }

    /// <summary>Writes an image; the same image gives the same bytes.</summary>
    /// <exception cref="MemtiException"><see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.ImageAddress"/>: an address that the format cannot say.</exception>
    byte[] Write(RegionImage image);

    /// <summary>Reads a file of this form.</summary>
    /// <exception cref="MemtiException"><see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.ImageUnreadable"/>: not of this form; says at which byte.</exception>
    FlatImage Read(ReadOnlySpan<byte> file);
}
