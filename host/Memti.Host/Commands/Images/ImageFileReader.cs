using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Formats;

namespace Memti.Host.Commands.Images;

/// <summary>Reads single image files.</summary>
internal static class ImageFileReader
{
    /// <summary>True for a manifest, by its extension, and for a folder, which holds one.</summary>
    public static bool IsSet(string file) => IsManifest(file) || Directory.Exists(file);

    /// <summary>True when the extension of a file says its format.</summary>
    public static bool HasFormat(string file) => ByExtension(file) is not null;

    /// <summary>True when a file name has the extension of a manifest.</summary>
    public static bool IsManifest(string file) => Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Format of a file, by name or by extension.</summary>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.UnknownImageFormat"/>.</exception>
    public static IImageFormat FormatOf(string file, string? name)
    {
        if (name is not null)
            return ImageFormats.Find(name);
        return ByExtension(file)
            ?? throw new MemtiException(
                new Diagnostic(
                    WeightImageCodes.UnknownImageFormat,
                    "the end of the name says no image format; permitted: "
                        + $"{Extensions}, .json for a manifest, or --as.")
                {
                    File = file,
                    Key = "format",
                    Value = Path.GetExtension(file),
                    Permitted = Extensions,
                });
    }

    /// <summary>Reads the bytes of a file and their address.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.FileUnreadable"/>, <see cref="WeightImageCodes.UnknownImageFormat"/>,
    /// <see cref="WeightImageCodes.ImageUnreadable"/>.</exception>
    public static FlatImage Read(string file, string? format, WordForm? words)
    {
        IImageFormat form = FormatOf(file, format);
        byte[] bytes = WholeFile.Read(file);
        try
        {
            return form.Read(bytes, words);
        }
        catch (MemtiException error) when (error.Diagnostic.File is null)
        {
            throw new MemtiException(error.Diagnostic with { File = file }, error);
        }
    }

    /// <summary>All extensions of image files, those of targets left out: they end in one of these.</summary>
    public static string Extensions => string.Join(
        ", ",
        ImageFormats.All
            .Where(static format => !format.IsForTarget)
            .SelectMany(static format => format.OtherExtensions.Prepend(format.Extension)));

    private static IImageFormat? ByExtension(string file)
    {
        string extension = Path.GetExtension(file);
        return ImageFormats.All.FirstOrDefault(format => format.OtherExtensions.Prepend(format.Extension)
            .Contains(extension, StringComparer.OrdinalIgnoreCase));
    }
}
