using System.Runtime.CompilerServices;

namespace Memti.Tensors.Buffers;

/// <summary>
/// Images in channels-last order with shared borders of zeros: one zero pixel before each row and one zero row before each image; the next row or image is
/// the border on the other side. So a window of 3x3 pixels is three runs of 3 x channels floats, without a copy.
/// </summary>
internal readonly unsafe struct Map(float* start, int images, int height, int width, int channels)
{
    /// <summary>Channels come in multiples of this many, zeros filling up; only the image at the input has three.</summary>
    public const int ChannelStep = 16;

    public readonly float* Start = start;
    public readonly int Images = images;
    public readonly int Height = height;
    public readonly int Width = width;
    public readonly int Channels = channels;

    /// <summary>Floats from one row to the next.</summary>
    public readonly int Row = (width + 1) * channels;

    /// <summary>Floats from one image to the next.</summary>
    public readonly int Image = (height + 1) * (width + 1) * channels;

    /// <summary>Floats of the whole map.</summary>
    public long Floats => ((long)Images * Image) + Row + Channels;

    /// <summary>Pixels of all images, borders not counted.</summary>
    public long Pixels => (long)Images * Height * Width;

    /// <summary>The number of channels that are stored for so many.</summary>
    public static int Padded(int channels) => (channels + ChannelStep - 1) / ChannelStep * ChannelStep;

    /// <summary>The same memory with fewer images in use.</summary>
    public Map Of(int images) => new(Start, images, Height, Width, Channels);

    /// <summary>A pixel; row and column -1 are the border.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(int image, int row, int column) => Start + Offset(image, row, column);

    /// <summary>Where <see cref="At"/> is, in floats from <see cref="Start"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Offset(int image, int row, int column) => ((nint)image * Image) + ((nint)(row + 1) * Row) + ((nint)(column + 1) * Channels);
}
