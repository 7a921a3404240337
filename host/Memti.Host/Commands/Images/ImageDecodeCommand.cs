using System.CommandLine;
using Memti.Documents.Files;
using Memti.Host.Rendering;
using Memti.Host.Rendering.Images;
using Memti.WeightImages.Checks;
using Memti.WeightImages.Layouts;

namespace Memti.Host.Commands.Images;

/// <summary><c>memti image decode</c>: prints the fixed-point weights of a weight image, bit for bit.</summary>
internal static class ImageDecodeCommand
{
    private static readonly Argument<string> Manifest = ImageOptions.Manifest();

    private static readonly Option<string?> Region = Required();

    private static readonly Option<string?> TaskName = new("--task", "-t")
    {
        Description = "The task. [default: the image that all tasks share]",
        HelpName = "NAME"
    };

    private static readonly Option<string?> Tensor = new("--tensor")
    {
        Description = "Only this tensor. [default: all]",
        HelpName = "NAME"
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write to this file instead of standard output. A failure leaves no partial file.",
        HelpName = "FILE"
    };

    private static readonly Option<string> Format = FormatOption.Of(
        "csv: a line for each value, with its code and its decoded value; json (versioned): codes by tensor.", "csv", "json");

    public static Command Create()
    {
        var command = new Command(
            "decode",
            "Decode the weights of an image: signed codes, and code x 2^-fraction_bits. All images of the manifest are verified first.\n"
            + "Examples:\n"
            + "  memti image decode out/weights.manifest.json --region adapters --task signs\n"
            + "  memti image decode out/weights.manifest.json --region shared --tensor stem.conv.weight --format json -o conv.json") {
                Manifest,
                Region,
                TaskName,
                Tensor,
                Format,
                Output
            };
        command.SetAction(static parsed => Decode(parsed));
        return command;
    }

    private static int Decode(ParseResult parsed)
    {
        // Verified first: decoded weights of a damaged image would look as good as any.
        ManifestImages images = ManifestImages.Load(ManifestPath.Of(parsed.GetRequiredValue(Manifest)));
        RegionImage image = images.Find(parsed.GetRequiredValue(Region)!, parsed.GetValue(TaskName));
        IReadOnlyList<ImageTensor> tensors = parsed.GetValue(Tensor) is { } name
            ? [image.Find(name)]
            : [.. image.Tensors.Select(static placed => placed.Tensor)];
        string text = parsed.GetRequiredValue(Format) == "json" ? JsonText.Of(WeightsText.Json(image, tensors)) : WeightsText.Csv(tensors);
        OutputFile.Write(parsed.GetValue(Output), text, Console.Out);
        return ExitCode.Done;
    }

    private static Option<string?> Required()
    {
        Option<string?> region = ImageOptions.Region();
        region.Required = true;
        return region;
    }
}
