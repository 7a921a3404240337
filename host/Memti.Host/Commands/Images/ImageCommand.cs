using System.CommandLine;

namespace Memti.Host.Commands.Images;

/// <summary><c>memti image</c>: inspects, verifies, compares and decodes weight images.</summary>
internal static class ImageCommand
{
    public static Command Create() => new(
        "image",
        "Inspect, verify, compare and decode weight images.\n"
        + "A manifest (weights.manifest.json) names the images of all regions, with hashes, layouts and addresses.")
    {
        ImageInspectCommand.Create(),
        ImageVerifyCommand.Create(),
        ImageDiffCommand.Create(),
        ImageDecodeCommand.Create(),
    };
}
