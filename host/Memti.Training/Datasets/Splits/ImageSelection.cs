using Memti.Abstractions.Randomness;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Pictures;

namespace Memti.Training.Datasets.Splits;

/// <summary>Selects images of a set.</summary>
public static class ImageSelection
{
    /// <summary>Selects some images of each class, and keeps their order.</summary>
    /// <param name="images">The set.</param>
    /// <param name="most">Most images of a class, at least 1. Classes with fewer keep all.</param>
    /// <param name="seed">Selects the images. Default: 0.</param>
    public static ImageSet PerClass(ImageSet images, int most, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        int[] order = Order.Shuffled(images.Count, Philox.Named(seed, "datasets/subset"), 0);
        int[] left = [.. Enumerable.Repeat(most, images.Classes)];
        // Chosen in random order, then sorted: the subset keeps the order of the set.
        return Take(images, [.. order.Where(index => left[images.Labels.Span[index]]-- > 0).Order()]);
    }

    /// <summary>Selects images by index, in the given order.</summary>
    /// <param name="images">The set.</param>
    /// <param name="indices">Indices of images, each from 0.</param>
    public static ImageSet Take(ImageSet images, IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(indices);
        if (indices.Count == images.Count && indices.Select(static (index, place) => index == place).All(static same => same))
            return images;
        byte[] pixels = new byte[(long)indices.Count * images.ImageBytes];
        int[] labels = new int[indices.Count];
        for (int place = 0; place < labels.Length; place++)
        {
            images.Image(indices[place]).CopyTo(pixels.AsSpan(place * images.ImageBytes));
            labels[place] = images.Labels.Span[indices[place]];
        }

        return new ImageSet(images.Name, images.Classes, images.Height, images.Width, pixels, labels) { MayMirror = images.MayMirror };
    }

    /// <summary>Scales images to the requested size.</summary>
    internal static ImageSet Finish(ImageSet images, int? size, bool mayMirror)
    {
        (int height, int width) = (size ?? images.Height, size ?? images.Width);
        byte[]? pixels = (height, width) == (images.Height, images.Width) ? null : AreaScale.All(images, height, width);
        return new ImageSet(images.Name, images.Classes, height, width, pixels ?? images.Pixels, images.Labels) { MayMirror = mayMirror };
    }
}
