namespace Memti.Abstractions.Training;

/// <summary>Labelled images of one size, with the classes that a network tells apart.</summary>
public sealed class ImageSet
{
    /// <summary>Puts images and labels together.</summary>
    /// <param name="name">Name of the set, for messages and reports.</param>
    /// <param name="classes">Number of classes, 2 and more.</param>
    /// <param name="height">Rows of an image in pixels.</param>
    /// <param name="width">Columns of an image in pixels.</param>
    /// <param name="pixels">Shape [images, height, width, 3], red, green, blue, 0 to 255.</param>
    /// <param name="labels">Shape [images], 0 to <paramref name="classes"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, there are fewer than two classes, or a label is none of them.</exception>
    /// <exception cref="ArgumentException">There are not as many pixels as the images have.</exception>
    public ImageSet(string name, int classes, int height, int width, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<int> labels)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        (Name, Classes, Height, Width, Pixels, Labels) = (name, classes, height, width, pixels, labels);
        if (pixels.Length != (long)labels.Length * ImageBytes)
            throw new ArgumentException($"{labels.Length} images of {height} x {width} pixels have {(long)labels.Length * ImageBytes} bytes, not {pixels.Length}.", nameof(pixels));
        foreach (int label in labels.Span)
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)label, (uint)classes, nameof(labels));
    }

    /// <summary>Colour channels of an image.</summary>
    public const int Channels = 3;

    /// <summary>Name of the set.</summary>
    public string Name { get; }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Rows of an image in pixels.</summary>
    public int Height { get; }

    /// <summary>Columns of an image in pixels.</summary>
    public int Width { get; }

    /// <summary>Shape [images, height, width, 3], red, green, blue, 0 to 255.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>Class of each image.</summary>
    public ReadOnlyMemory<int> Labels { get; }

    /// <summary>Number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>Bytes of one image.</summary>
    public int ImageBytes => Height * Width * Channels;

    /// <summary>True when an image seen in a mirror is one of the same class; false for signs and characters.</summary>
    public bool MayMirror { get; init; }

    /// <summary>The pixels of one image, shape [height, width, 3].</summary>
    public ReadOnlySpan<byte> Image(int index) => Pixels.Span.Slice(index * ImageBytes, ImageBytes);
}
