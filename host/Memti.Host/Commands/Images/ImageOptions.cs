using System.CommandLine;
using Memti.WeightImages.Formats;

namespace Memti.Host.Commands.Images;

/// <summary>Options of several image commands.</summary>
internal static class ImageOptions
{
    public static Argument<string> Manifest() =>
        new("manifest") { Description = "The manifest, usually weights.manifest.json. Its files must be in the same folder." };

    public static Option<string> Format() => FormatOption.TableJson();

    public static Option<string?> Region() =>
        new("--region", "-r") { Description = "Name of a region of the manifest.", HelpName = "NAME" };

    public static Option<string?> As()
    {
        var option = new Option<string?>("--as")
        {
            Description = "Format of the file: "
                + $"{string.Join("; ", ImageFormats.All.Select(static format => $"{format.Name} ({format.Description})"))}. [default: "
                + $"by the file extension: {string.Join(", ", ImageFormats.All.Select(static format => format.Extension))}]",
            HelpName = "FORMAT"
        };
        option.AcceptOnlyFromAmong([.. ImageFormats.All.Select(static format => format.Name)]);
        return option;
    }
}
