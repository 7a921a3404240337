namespace Memti.Abstractions.Training;

/// <summary>Labelled images of one size.</summary>
public sealed class ImageSet
{
    /// <summary>Combines images and labels.</summary>
    /// <param name="name">Name of the set, for messages and reports.</param>
    /// <param name="classes">Number of classes, at least 2.</param>
    /// <param name="height">Rows of an image in pixels.</param>
    /// <param name="width">Columns of an image in pixels.</param>
    /// <param name="pixels">Shape [images, height, width, 3]; red, green, blue; 0 to 255.</param>
    /// <param name="labels">Shape [images]; 0 to <paramref name="classes"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive, the number of classes is below two, or a label is outside its
    /// range.</exception>
    /// <exception cref="ArgumentException">The number of pixels does not match the number of labels.</exception>
    public ImageSet(string name, int classes, int height, int width, ReadOnlyMemory<byte> pixels, ReadOnlyMemory<int> labels)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        (Name, Classes, Height, Width, Pixels, Labels) = (name, classes, height, width, pixels, labels);
        // In 64 bits: images x bytes may exceed an int.
        if (pixels.Length != (long)labels.Length * ImageBytes)
            throw new ArgumentException(
                $"{labels.Length} images of {height} x {width} pixels have {(long)labels.Length * ImageBytes} bytes, not {pixels.Length}.",
                nameof(pixels));
        foreach (int label in labels.Span)
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)label, (uint)classes, nameof(labels));
    }

    /// <summary>Colour channels of an image: red, green, blue.</summary>
    public const int Channels = 3;

    /// <summary>Name of the set.</summary>
    public string Name { get; }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Rows of an image in pixels.</summary>
    public int Height { get; }

    /// <summary>Columns of an image in pixels.</summary>
    public int Width { get; }

    /// <summary>Shape [images, height, width, 3]; red, green, blue; 0 to 255.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>Class of each image; shape [images].</summary>
    public ReadOnlyMemory<int> Labels { get; }

    /// <summary>Number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>Bytes of one image.</summary>
    public int ImageBytes => Height * Width * Channels;

    /// <summary>True when a horizontal flip keeps the class of an image; false for signs and characters. Default: false.</summary>
    public bool MayMirror { get; init; }

    /// <summary>The pixels of one image, shape [height, width, 3].</summary>
    public ReadOnlySpan<byte> Image(int index) => Pixels.Span.Slice(index * ImageBytes, ImageBytes);
}
