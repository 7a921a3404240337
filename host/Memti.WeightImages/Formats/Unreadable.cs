using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Findings;

namespace Memti.WeightImages.Formats;

/// <summary>Creates the error that states where a file deviates from its format.</summary>
internal static class Unreadable
{
    public static MemtiException At(IImageFormat format, long offset, string why) => ImageFinding.Of(
        WeightImageCodes.ImageUnreadable,
        string.Create(CultureInfo.InvariantCulture, $"the file is no image in format '{format.Name}': {why}, at byte {offset}."),
        "offset",
        offset.ToString(CultureInfo.InvariantCulture));

    /// <summary>The error at a place of a line.</summary>
    /// <param name="format">The format.</param>
    /// <param name="line">The line.</param>
    /// <param name="index">Index of the byte in the line, from 0.</param>
    /// <param name="why">What is wrong there.</param>
    public static MemtiException At(IImageFormat format, TextLine line, int index, string why) =>
        AtLine(format, line.Number, line.Column + index, line.Offset + index, why);

    /// <summary>The error at a line.</summary>
    public static MemtiException AtLine(IImageFormat format, int line, int column, long offset, string why) => new(
        At(format, offset, why).Diagnostic with
        {
            Line = line,
            Column = column,
        });

    /// <summary>The error about a line whose place in the file is not known any more.</summary>
    public static MemtiException AtLine(IImageFormat format, int line, string why) => new(
        new Diagnostic(WeightImageCodes.ImageUnreadable, $"the file is no image in format '{format.Name}': {why}.")
        {
            Line = line,
            Column = 1,
            Key = "line",
            Value = line.ToString(CultureInfo.InvariantCulture),
        });
}
