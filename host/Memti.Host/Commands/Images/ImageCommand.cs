using System.CommandLine;

namespace Memti.Host.Commands.Images;

/// <summary><c>memti image</c>: weight images, looked at, verified, compared and decoded.</summary>
internal static class ImageCommand
{
    public static Command Create() => new(
        "image",
        "Weight images: what is in them, whether they are whole, what differs, and the weights back again.\n"
        + "A manifest (weights.manifest.json) names the images of all regions of a set, with hashes, layouts and addresses.")
    {
        ImageInspectCommand.Create(),
        ImageVerifyCommand.Create(),
        ImageDiffCommand.Create(),
        ImageDecodeCommand.Create(),
    };
}
