using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Formats;

namespace Memti.Host.Commands.Images;

/// <summary>Reads single image files.</summary>
internal static class ImageFileReader
{
    /// <summary>True when a file name has the extension of a manifest.</summary>
    public static bool IsManifest(string file) => Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Format of a file, by name or by extension.</summary>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.UnknownImageFormat"/>.</exception>
    public static IImageFormat FormatOf(string file, string? name)
    {
        if (name is not null)
            return ImageFormats.Find(name);
        return ImageFormats.All
            .FirstOrDefault(format => format.Extension.Equals(Path.GetExtension(file), StringComparison.OrdinalIgnoreCase))
            ?? throw new MemtiException(
                new Diagnostic(
                    WeightImageCodes.UnknownImageFormat,
                    "the end of the name says no image format; permitted: "
                        + $"{string.Join(", ", ImageFormats.All.Select(static format => format.Extension))}, .json for a manifest, "
                        + "or --as.")
                {
                    File = file,
                    Key = "format",
                    Value = Path.GetExtension(file),
                    Permitted = string.Join(", ", ImageFormats.All.Select(static format => format.Extension)),
                });
    }

    /// <summary>Reads the bytes of a file and their address.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.FileUnreadable"/>, <see cref="WeightImageCodes.UnknownImageFormat"/>,
    /// <see cref="WeightImageCodes.ImageUnreadable"/>.</exception>
    public static FlatImage Read(string file, string? format)
    {
        IImageFormat form = FormatOf(file, format);
        byte[] bytes = WholeFile.Read(file);
        try
        {
            return form.Read(bytes);
        }
        catch (MemtiException error) when (error.Diagnostic.File is null)
        {
            throw new MemtiException(error.Diagnostic with { File = file }, error);
        }
    }
}
