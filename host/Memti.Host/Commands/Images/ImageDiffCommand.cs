using System.CommandLine;
using Memti.Documents.Files;
using Memti.Host.Rendering.Images;
using Memti.WeightImages.Checks;
using Memti.WeightImages.Differences;
using Memti.WeightImages.Layouts;

namespace Memti.Host.Commands.Images;

/// <summary><c>memti image diff</c>: prints the writes of a task switch, or the differences of two image files.</summary>
internal static class ImageDiffCommand
{
    private static readonly Argument<string> First = new("manifest")
    {
        Description = "A manifest (with --region, --from and --to), or an image file."
    };

    private static readonly Argument<string?> Second = new("other")
    {
        Description = "Another image file, in any format, if the first is an image file.",
        Arity = ArgumentArity.ZeroOrOne
    };

    private static readonly Option<string?> Region = ImageOptions.Region();

    private static readonly Option<string?> From = new("--from") { Description = "The task to switch from.", HelpName = "TASK" };

    private static readonly Option<string?> To = new("--to") { Description = "The task to switch to.", HelpName = "TASK" };

    private static readonly Option<string> Format = ImageOptions.Format();

    public static Command Create()
    {
        var command = new Command(
            "diff",
            "Count the cells that a switch from one task to another changes, by tensor and by level. Or compare two image files byte "
                + "by byte.\n"
            + "Examples:\n"
            + "  memti image diff out/weights.manifest.json --region adapters --from signs --to textures\n"
            + "  memti image diff out/adapters.signs.hex out/adapters.textures.bin") { First, Second, Region, From, To, Format };
        command.Validators.Add(static result =>
        {
            if (result.GetValue(Second) is null
                && (result.GetValue(Region) is null || result.GetValue(From) is null || result.GetValue(To) is null))
                result.AddError("a manifest needs --region, --from and --to; without them, two image files are compared.");
            if (result.GetValue(Second) is not null
                && (result.GetValue(Region) ?? result.GetValue(From) ?? result.GetValue(To)) is not null)
                result.AddError("--region, --from and --to are for a manifest, not for two image files.");
        });
        command.SetAction(static parsed => parsed.GetValue(Second) is { } other
            ? Files(parsed.GetRequiredValue(First), other, parsed.GetRequiredValue(Format) == "json")
            : Tasks(parsed, parsed.GetRequiredValue(Format) == "json"));
        return command;
    }

    private static int Tasks(ParseResult parsed, bool isJson)
    {
        ManifestImages images = ManifestImages.Load(parsed.GetRequiredValue(First));
        RegionImage from = images.Find(parsed.GetRequiredValue(Region)!, parsed.GetRequiredValue(From));
        RegionImage to = images.Find(parsed.GetRequiredValue(Region)!, parsed.GetRequiredValue(To));
        ImageDiff diff = ImageDiff.Of(from, to);
        Console.Out.Write(isJson ? JsonText.Of(ImageDiffText.Json(from, to, diff)) : ImageDiffText.Table(from, to, diff));
        return ExitCode.Done;
    }

    private static int Files(string first, string second, bool isJson)
    {
        FileComparison comparison = FileComparison.Of(ImageFileReader.Read(first, null), ImageFileReader.Read(second, null));
        Console.Out.Write(isJson ? JsonText.Of(comparison.Json()) : comparison.Table());
        return comparison.IsSame ? ExitCode.Done : ExitCode.Findings;
    }
}
