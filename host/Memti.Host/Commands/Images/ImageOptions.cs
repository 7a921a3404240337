using System.CommandLine;
using Memti.WeightImages.Formats;
using Order = Memti.Documents.Words.ByteOrder;

namespace Memti.Host.Commands.Images;

/// <summary>Options of several image commands.</summary>
internal static class ImageOptions
{
    public static Argument<string> Manifest() =>
        new("manifest")
        {
            Description = "The manifest, or the folder of weights.manifest.json. The files that it names must be in its folder."
        };

    public static Option<string> Format() => FormatOption.TableJson();

    public static Option<string?> Region() =>
        new("--region", "-r") { Description = "Name of a region of the manifest.", HelpName = "NAME" };

    public static Option<int?> WordBits()
    {
        var option = new Option<int?>("--word-bits")
        {
            Description = "Bits of a word of a $readmemh file that does not say so itself. Range: multiples of 8 from 8 to "
                + $"{WordForm.MostBits}.",
            HelpName = "BITS"
        };
        option.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int?>() is { } bits && (bits is < 8 or > WordForm.MostBits || bits % 8 != 0))
                result.AddError($"--word-bits is {bits}; permitted: multiples of 8 from 8 to {WordForm.MostBits}.");
        });
        return option;
    }

    public static Option<string?> ByteOrder()
    {
        var option = new Option<string?>("--byte-order")
        {
            Description = "Which byte of such a word has the lowest address: little (the least significant) or big. Goes with --word-bits.",
            HelpName = "ORDER"
        };
        option.AcceptOnlyFromAmong("little", "big");
        return option;
    }

    /// <summary>How words become bytes as the user states it; null when the file says so.</summary>
    public static WordForm? Words(ParseResult parsed, Option<int?> bits, Option<string?> order) => parsed.GetValue(bits) is { } stated
        ? new WordForm(stated, parsed.GetValue(order) switch { "little" => Order.Little, "big" => Order.Big, _ => null })
        : null;

    public static Option<string?> As(string description = "Format of the file: ")
    {
        var option = new Option<string?>("--as")
        {
            Description = $"{description}{string.Join("; ", ImageFormats.All.Select(Describe))}. [default: by the file extension: "
                + $"{ImageFileReader.Extensions}]",
            HelpName = "FORMAT"
        };
        option.AcceptOnlyFromAmong([.. ImageFormats.All.Select(static format => format.Name)]);
        return option;
    }

    /// <summary>A format in the help. What it is for follows from its name where that names a target.</summary>
    private static string Describe(IImageFormat format) => format.IsForTarget ? format.Name : $"{format.Name} ({format.Description})";
}
