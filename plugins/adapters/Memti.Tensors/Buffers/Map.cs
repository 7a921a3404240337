using System.Runtime.CompilerServices;

namespace Memti.Tensors.Buffers;

/// <summary>
/// Images in channels-last order with shared zero borders: one zero pixel before each row and one zero row before each image. The next row
/// or image provides the border on the other side, so a 3x3 window is three runs of 3 x channels floats, without a copy.
/// </summary>
internal readonly unsafe struct Map(float* start, int images, int height, int width, int channels)
{
    /// <summary>Channels are padded with zeros to a multiple of this. Only the input image, with three channels, is not padded.</summary>
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

    /// <summary>Floats of the whole map, including the borders behind the last image: one row and one pixel.</summary>
    public long Floats => ((long)Images * Image) + Row + Channels;

    /// <summary>Pixels of all images, borders not counted.</summary>
    public long Pixels => (long)Images * Height * Width;

    /// <summary>Number of stored channels for a number of channels.</summary>
    public static int Padded(int channels) => (channels + ChannelStep - 1) / ChannelStep * ChannelStep;

    /// <summary>The same memory, limited to fewer images.</summary>
    public Map Of(int images) => new(Start, images, Height, Width, Channels);

    /// <summary>Address of a pixel; row -1 and column -1 are the border.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float* At(int image, int row, int column) => Start + Offset(image, row, column);

    /// <summary>Offset of <see cref="At"/> in floats from <see cref="Start"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public nint Offset(int image, int row, int column) => ((nint)image * Image) + ((nint)(row + 1) * Row) + ((nint)(column + 1) * Channels);
}
