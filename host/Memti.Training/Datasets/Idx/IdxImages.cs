using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Codes;
using Memti.Training.Datasets.Contents;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Idx;

/// <summary>Combines an array of images and one of labels.</summary>
internal static class IdxImages
{
    /// <summary>Creates an image set.</summary>
    /// <param name="name">Name of the set.</param>
    /// <param name="images">Shape [N, H, W, 3] or [N, H, W].</param>
    /// <param name="labels">Shape [N].</param>
    /// <param name="classes">Number of classes; null for the greatest label plus one.</param>
    /// <exception cref="MemtiException"><see cref="DatasetCodes.ImagesUnreadable"/>, <see cref="DiagnosticCode.ImagesDoNotFit"/> or
    /// <see cref="DatasetCodes.LabelOutOfRange"/>.</exception>
    public static ImageSet Set(string name, IdxArray images, IdxArray labels, int? classes)
    {
        CheckShapes(images, labels);
        int known = classes ?? labels.Values.DefaultIfEmpty((byte)0).Max() + 1;
        PartFit.AtLeastTwoClasses(labels.File, known);
        int wrong = Array.FindIndex(labels.Values, label => label >= known);
        if (wrong >= 0)
            throw LabelError.Of(labels.File, labels.Values[wrong], known, wrong, labels.HeadBytes + wrong);
        byte[] pixels = images.Sizes.Count == 4 ? images.Values : Grey(images);
        return new ImageSet(
            name, known, images.Sizes[1], images.Sizes[2], pixels, Array.ConvertAll(labels.Values, static label => (int)label));
    }

    /// <summary>Exchanges rows and columns of each image.</summary>
    /// <param name="images">Shape [N, H, W] or [N, H, W, 3].</param>
    /// <returns>Shape [N, W, H] or [N, W, H, 3].</returns>
    public static IdxArray Transposed(IdxArray images)
    {
        if (images.Sizes.Count is not (3 or 4))
            return images;
        (int height, int width) = (images.Sizes[1], images.Sizes[2]);
        int channels = images.Sizes.Count == 4 ? images.Sizes[3] : 1;
        byte[] values = new byte[images.Values.Length];
        for (int image = 0, start = 0; image < images.Sizes[0]; image++, start += height * width * channels)
            for (int row = 0; row < height; row++)
                for (int column = 0; column < width; column++)
                    images.Values.AsSpan(start + (row * width + column) * channels, channels)
                        .CopyTo(values.AsSpan(start + (column * height + row) * channels));
        return images with { Sizes = [images.Sizes[0], width, height, .. images.Sizes.Skip(3)], Values = values };
    }

    /// <summary>Labels from zero, of a set that counts from another number.</summary>
    /// <exception cref="MemtiException"><see cref="DatasetCodes.LabelOutOfRange"/>: a label below the first.</exception>
    public static IdxArray FromZero(IdxArray labels, int first)
    {
        int wrong = Array.FindIndex(labels.Values, label => label < first);
        if (wrong >= 0)
            throw LabelError.Of(labels.File, labels.Values[wrong] - first, byte.MaxValue, wrong, labels.HeadBytes + wrong);
        return labels with { Values = Array.ConvertAll(labels.Values, label => (byte)(label - first)) };
    }

    private static void CheckShapes(IdxArray images, IdxArray labels)
    {
        if (images.Sizes is not ([_, > 0, > 0] or [_, > 0, > 0, ImageSet.Channels]))
            throw DataFile.Unreadable(images.File, $"its sizes are {Text(images)}; permitted: N x H x W x 3 or N x H x W");
        if (labels.Sizes.Count != 1)
            throw DataFile.Unreadable(labels.File, $"its sizes are {Text(labels)}; permitted: N");
        if (labels.Sizes[0] != images.Sizes[0])
            throw new MemtiException(
                new Diagnostic(
                    DiagnosticCode.ImagesDoNotFit,
                    $"there are {labels.Sizes[0]} labels for the {images.Sizes[0]} images of '{images.File}'.")
                {
                    File = labels.File,
                    Value = $"{labels.Sizes[0]}",
                    Permitted = $"{images.Sizes[0]}"
                });
    }

    /// <summary>Repeats a grey channel three times.</summary>
    private static byte[] Grey(IdxArray images)
    {
        if ((long)images.Values.Length * ImageSet.Channels > DatasetLimits.PartBytes)
            throw DataFile.Unreadable(
                images.File, $"with three channels it has more than the permitted {DatasetLimits.PartBytes} bytes of pixels");
        byte[] pixels = new byte[images.Values.Length * ImageSet.Channels];
        for (int at = 0; at < pixels.Length; at++)
            pixels[at] = images.Values[at / ImageSet.Channels];
        return pixels;
    }

    private static string Text(IdxArray array) => string.Join(" x ", array.Sizes);
}
