using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Formats;

/// <summary>Creates the error that states at which byte a file deviates from its format.</summary>
internal static class Unreadable
{
    public static MemtiException At(IImageFormat format, long offset, string why) => ImageFinding.Of(
        WeightImageCodes.ImageUnreadable,
        string.Create(CultureInfo.InvariantCulture, $"the file is no image in format '{format.Name}': {why}, at byte {offset}."),
        "offset",
        offset.ToString(CultureInfo.InvariantCulture));
}
