using System.CommandLine;
using System.Text;
using Memti.Documents.Files;
using Memti.Host.Rendering.Images;
using Memti.WeightImages.Checks;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Manifests;

namespace Memti.Host.Commands.Images;

/// <summary><c>memti image inspect</c>: prints the contents of an image file or a manifest.</summary>
internal static class ImageInspectCommand
{
    private static readonly Argument<string> Source = new("file")
    {
        Description = "An image in any format, a manifest (*.json), or its folder."
    };

    private static readonly Option<string?> As = ImageOptions.As();

    private static readonly Option<int?> WordBits = ImageOptions.WordBits();

    private static readonly Option<string?> ByteOrder = ImageOptions.ByteOrder();

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
            + "  memti image inspect memory.mem --word-bits 32 --byte-order little\n"
            + "  memti image inspect dump-of-the-flash.img --as bin --format json") { Source, As, WordBits, ByteOrder, Format };
        command.SetAction(
            static parsed => Inspect(
                parsed.GetRequiredValue(Source),
                parsed.GetValue(As),
                ImageOptions.Words(parsed, WordBits, ByteOrder),
                parsed.GetRequiredValue(Format) == "json"));
        return command;
    }

    private static int Inspect(string file, string? format, WordForm? words, bool isJson)
    {
        Console.Out.Write(format is null && ImageFileReader.IsSet(file)
            ? Manifest(ManifestPath.Of(file), isJson)
            : Image(file, format, words, isJson));
        return ExitCode.Done;
    }

    private static string Manifest(string file, bool isJson)
    {
        WeightManifest manifest = ManifestFile.Read(file);
        return isJson ? Encoding.UTF8.GetString(ManifestFile.ToBytes(manifest)) : ManifestTable.Render(manifest);
    }

    private static string Image(string file, string? format, WordForm? words, bool isJson)
    {
        IImageFormat form = ImageFileReader.FormatOf(file, format);
        FlatImage image = ImageFileReader.Read(file, form.Name, words);
        return isJson ? JsonText.Of(FlatImageText.Json(form, image)) : FlatImageText.Table(form, image);
    }
}
