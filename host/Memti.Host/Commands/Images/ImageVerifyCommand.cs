using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Host.Rendering;
using Memti.Host.Rendering.Images;
using Memti.WeightImages.Checks;

namespace Memti.Host.Commands.Images;

/// <summary><c>memti image verify</c>: verifies a set of weight images.</summary>
internal static class ImageVerifyCommand
{
    private static readonly Argument<string> Manifest = ImageOptions.Manifest();

    private static readonly Option<string> Format = ImageOptions.Format();

    public static Command Create()
    {
        var command = new Command(
            "verify",
            "Check a manifest's seal, the length and hash of every file it names, that every file holds the stated bytes, that these "
                + "decode and encode again to the same\n"
            + "bits, and that no regions overlap. Locates damage: file, byte, and bit if a single one was flipped. Exit code 1 if "
            + "anything is wrong.\n"
            + "Examples:\n"
            + "  memti image verify out\n"
            + "  memti image verify out/weights.manifest.json\n"
            + "  memti image verify out/weights.manifest.json --format json") { Manifest, Format };
        command.SetAction(static parsed => Verify(parsed.GetRequiredValue(Manifest), parsed.GetRequiredValue(Format) == "json"));
        return command;
    }

    private static int Verify(string path, bool isJson)
    {
        ManifestImages? images = Load(path, out IReadOnlyList<Diagnostic> findings);
        DiagnosticPrinter.Print(Console.Error, findings);
        Console.Out.Write(isJson ? JsonText.Of(VerificationText.Json(images, findings)) : VerificationText.Table(images));
        return images is null ? ExitCode.Findings : ExitCode.Done;
    }

    // A folder without a manifest is a result as well: who reads JSON gets JSON.
    private static ManifestImages? Load(string path, out IReadOnlyList<Diagnostic> findings)
    {
        try
        {
            return ManifestImages.TryLoad(ManifestPath.Of(path), out findings);
        }
        catch (MemtiException error)
        {
            findings = [error.Diagnostic];
            return null;
        }
    }
}
