using System.CommandLine;
using System.Text;
using Memti.Documents.Files;
using Memti.Host.Rendering.Images;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Manifests;

namespace Memti.Host.Commands.Images;

/// <summary><c>memti image inspect</c>: prints the contents of an image file or a manifest.</summary>
internal static class ImageInspectCommand
{
    private static readonly Argument<string> Source = new("file") { Description = "An image in any format, or a manifest (*.json)." };

    private static readonly Option<string?> As = ImageOptions.As();

    private static readonly Option<string> Format = ImageOptions.Format();

    public static Command Create()
    {
        var command = new Command(
            "inspect",
            "Print the contents of a manifest or of a single image file. This does not check hashes of files; use memti image verify "
                + "for that.\n"
            + "Examples:\n"
            + "  memti image inspect out/weights.manifest.json\n"
            + "  memti image inspect out/adapters.signs.hex\n"
            + "  memti image inspect dump-of-the-flash.img --as bin --format json") { Source, As, Format };
        command.SetAction(
            static parsed => Inspect(parsed.GetRequiredValue(Source), parsed.GetValue(As), parsed.GetRequiredValue(Format) == "json"));
        return command;
    }

    private static int Inspect(string file, string? format, bool isJson)
    {
        Console.Out.Write(format is null && ImageFileReader.IsManifest(file) ? Manifest(file, isJson) : Image(file, format, isJson));
        return ExitCode.Done;
    }

    private static string Manifest(string file, bool isJson)
    {
        WeightManifest manifest = ManifestFile.Read(file);
        return isJson ? Encoding.UTF8.GetString(ManifestFile.ToBytes(manifest)) : ManifestTable.Render(manifest);
    }

    private static string Image(string file, string? format, bool isJson)
    {
        IImageFormat form = ImageFileReader.FormatOf(file, format);
        FlatImage image = ImageFileReader.Read(file, form.Name);
        return isJson ? JsonText.Of(FlatImageText.Json(form, image)) : FlatImageText.Table(form, image);
    }
}
