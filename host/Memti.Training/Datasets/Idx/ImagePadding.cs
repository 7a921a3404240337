using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Idx;

/// <summary>Adds black pixels around images.</summary>
internal static class ImagePadding
{
    public static ImageSet Around(ImageSet images, int padding)
    {
        (int height, int width) = (images.Height + 2 * padding, images.Width + 2 * padding);
        int row = images.Width * ImageSet.Channels;
        if ((long)images.Count * height * width * ImageSet.Channels > DatasetLimits.PartBytes)
            throw new MemtiException(
                DiagnosticCode.ImagesDoNotFit,
                $"{images.Count} images of {height} x {width} pixels are more than the permitted {DatasetLimits.PartBytes} bytes.");
        byte[] pixels = new byte[images.Count * height * width * ImageSet.Channels];
        for (int line = 0; line < images.Count * images.Height; line++)
        {
            int target = (line / images.Height * height + line % images.Height + padding) * width + padding;
            images.Pixels.Span.Slice(line * row, row).CopyTo(pixels.AsSpan(target * ImageSet.Channels));
        }

        return new ImageSet(images.Name, images.Classes, height, width, pixels, images.Labels) { MayMirror = images.MayMirror };
    }
}
