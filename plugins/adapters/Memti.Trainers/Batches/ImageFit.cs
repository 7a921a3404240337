using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;

namespace Memti.Trainers.Batches;

/// <summary>Checks that images fit a network.</summary>
public static class ImageFit
{
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ImagesDoNotFit"/>.</exception>
    public static void Check(ImageSet images, int inputPx, int classes)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.Height != inputPx || images.Width != inputPx)
            throw Refuse(images, "input_px", $"{images.Height} x {images.Width} pixels", $"{inputPx} x {inputPx} pixels");
        if (images.Classes != classes)
            throw Refuse(images, "classes", $"{images.Classes} classes", $"{classes} classes");
        if (images.Count == 0)
            throw Refuse(images, "images", "no images", "1 and more");
    }

    private static MemtiException Refuse(ImageSet images, string key, string value, string permitted)
    {
        string message = string.Create(
            CultureInfo.InvariantCulture, $"images '{images.Name}' have {value}; the network takes {permitted} ('{key}').");
        return new MemtiException(
            new Diagnostic(DiagnosticCode.ImagesDoNotFit, message) { Key = key, Value = value, Permitted = permitted });
    }
}
