using System.CommandLine;
using System.CommandLine.Parsing;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Host.Rendering.Images;
using Memti.WeightImages.Checks;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Differences;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;

namespace Memti.Host.Commands.Images;

/// <summary><c>memti image diff</c>: prints the writes of a task switch, or the differences of two image files.</summary>
internal static class ImageDiffCommand
{
    private static readonly Argument<string> First = new("image")
    {
        Description = "A manifest or its folder (with --region), or an image file."
    };

    private static readonly Argument<string?> Second = new("other")
    {
        Description = "Another image file, a merged firmware or a dump of a memory, in any format.",
        Arity = ArgumentArity.ZeroOrOne
    };

    private static readonly Option<string?> Region = ImageOptions.Region();

    private static readonly Option<string?> TaskName = new("--task", "-t")
    {
        Description = "The task, for a region of a manifest that is compared with a file. [default: the image that all tasks share]",
        HelpName = "NAME"
    };

    private static readonly Option<string?> From = new("--from") { Description = "The task to switch from.", HelpName = "TASK" };

    private static readonly Option<string?> To = new("--to") { Description = "The task to switch to.", HelpName = "TASK" };

    private static readonly Option<ulong?> Base = AddressOption.Of(
        "--base",
        "Address of the first byte of the other file, if its format has none: the other file is a dump that holds the image.",
        "--base-address");

    private static readonly Option<ulong?> Address = AddressOption.Of(
        "--address", "Address of the first image, if its format has none.");

    private static readonly Option<string?> As = ImageOptions.As("Format of files whose extension says none: ");

    private static readonly Option<int?> WordBits = ImageOptions.WordBits();

    private static readonly Option<string?> ByteOrder = ImageOptions.ByteOrder();

    private static readonly Option<string> Format = ImageOptions.Format();

    public static Command Create()
    {
        var command = new Command(
            "diff",
            "Count the cells that a switch from one task to another changes, by tensor and by level. Or compare an image with another file "
                + "byte by byte.\n"
            + "A file that holds all addresses of the image among others (merged firmware, a dump with --base) is compared at these "
            + "addresses alone.\n"
            + "Exit code 1 if files differ.\n"
            + "Examples:\n"
            + "  memti image diff out/weights.manifest.json --region adapters --from signs --to textures\n"
            + "  memti image diff out/adapters.signs.hex out/adapters.signs.bin\n"
            + "  memti image diff out/shared.hex firmware-with-weights.hex\n"
            + "  memti image diff out/adapters.signs.hex flash-dump.bin --base 0x08000000\n"
            + "  memti image diff out --region adapters --task signs flash-dump.bin --base 0x08000000")
        {
            First, Second, Region, TaskName, From, To, Base, Address, As, WordBits, ByteOrder, Format,
        };
        command.Validators.Add(static result =>
        {
            foreach (string error in Errors(result))
                result.AddError(error);
        });
        command.SetAction(static parsed => parsed.GetValue(Second) is { } other
            ? Files(parsed, other, parsed.GetRequiredValue(Format) == "json")
            : Tasks(parsed, parsed.GetRequiredValue(Format) == "json"));
        return command;
    }

    private static IEnumerable<string> Errors(CommandResult result)
    {
        bool hasSecond = result.GetValue(Second) is not null;
        bool hasTasks = (result.GetValue(From) ?? result.GetValue(To)) is not null;
        bool isSet = ImageFileReader.IsSet(result.GetValue(First) ?? "");
        if (!hasSecond && (result.GetValue(Region) is null || result.GetValue(From) is null || result.GetValue(To) is null))
            yield return "a manifest needs --region, --from and --to; without them, an image is compared with another file.";
        if (hasSecond && hasTasks)
            yield return "--from and --to are for two tasks of a manifest, not for a comparison with another file.";
        if (hasSecond && isSet && result.GetValue(Region) is null)
            yield return "a manifest that is compared with a file needs --region, and --task for a region with an image for each task.";
        if (hasSecond && !isSet && (result.GetValue(Region) ?? result.GetValue(TaskName)) is not null)
            yield return "--region and --task are for a manifest or its folder, not for two image files.";
    }

    private static int Tasks(ParseResult parsed, bool isJson)
    {
        ManifestImages images = ManifestImages.Load(ManifestPath.Of(parsed.GetRequiredValue(First)));
        RegionImage from = images.Find(parsed.GetRequiredValue(Region)!, parsed.GetRequiredValue(From));
        RegionImage to = images.Find(parsed.GetRequiredValue(Region)!, parsed.GetRequiredValue(To));
        ImageDiff diff = ImageDiff.Of(from, to);
        Console.Out.Write(isJson ? JsonText.Of(ImageDiffText.Json(from, to, diff)) : ImageDiffText.Table(from, to, diff));
        return ExitCode.Done;
    }

    private static int Files(ParseResult parsed, string second, bool isJson)
    {
        FlatImage first = At(parsed, FirstImage(parsed), Address, parsed.GetRequiredValue(First));
        FlatImage other = Read(parsed, second);
        FlatDiff diff;
        if (parsed.GetValue(Base) is not null && !first.HasAddresses && other.HasAddresses)
        {
            // The dump may also come first.
            first = At(parsed, first, Base, parsed.GetRequiredValue(First));
            diff = FlatDiff.Of(other, first, isDump: true) with { Container = FlatContainer.First };
        }
        else
        {
            other = At(parsed, other, Base, second);
            diff = FlatDiff.Of(first, other, IsDump(parsed, first));
        }

        Console.Out.Write(isJson ? JsonText.Of(FlatDiffText.Json(first, other, diff)) : FlatDiffText.Table(first, other, diff));
        return diff.IsSame ? ExitCode.Done : ExitCode.Findings;
    }

    /// <summary>True when the second file is a dump; the first must then have an address.</summary>
    private static bool IsDump(ParseResult parsed, FlatImage first)
    {
        bool isDump = parsed.GetValue(Base) is not null;
        return !isDump || first.HasAddresses ? isDump : throw new MemtiException(
            new Diagnostic(
                WeightImageCodes.ImagesDoNotCompare,
                "nothing says where the image lies in the dump; permitted: --address, an image in a format with addresses, or its "
                    + "manifest with --region.")
            {
                File = parsed.GetRequiredValue(First),
                Key = "address",
            });
    }

    private static FlatImage FirstImage(ParseResult parsed)
    {
        string file = parsed.GetRequiredValue(First);
        if (!ImageFileReader.IsSet(file))
            return Read(parsed, file);
        RegionImage image = ManifestImages.Load(ManifestPath.Of(file)).Find(parsed.GetRequiredValue(Region)!, parsed.GetValue(TaskName));
        return new FlatImage(image.Address, image.Bytes);
    }

    private static FlatImage Read(ParseResult parsed, string file)
    {
        string? format = ImageFileReader.HasFormat(file) ? null : parsed.GetValue(As);
        return ImageFileReader.Read(file, format, ImageOptions.Words(parsed, WordBits, ByteOrder));
    }

    /// <summary>An image at the address that the user states. A format with addresses has its own.</summary>
    private static FlatImage At(ParseResult parsed, FlatImage image, Option<ulong?> option, string file)
    {
        if (parsed.GetValue(option) is not { } address)
            return image;
        if (image.HasAddresses && image.Ranges.Count > 0)
            throw new MemtiException(
                new Diagnostic(
                    WeightImageCodes.ImagesDoNotCompare,
                    $"{option.Name} is for a file whose format has no addresses, and this one has some.")
                {
                    File = file,
                    Key = option.Name,
                });
        if (address > ulong.MaxValue - (ulong)Math.Max(image.ByteCount - 1, 0))
            throw new MemtiException(
                new Diagnostic(
                    WeightImageCodes.ImagesDoNotCompare, $"from {option.Name} on, the file runs past the last address of 64 bits.")
                {
                    File = file,
                    Key = option.Name,
                });
        return image.At(address);
    }
}
