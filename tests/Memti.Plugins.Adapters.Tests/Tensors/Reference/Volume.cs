namespace Memti.Plugins.Adapters.Tests.Tensors.Reference;

/// <summary>Images in double precision, [images, channels, height, width]: another order than that of the engine, on purpose.</summary>
internal sealed class Volume(int images, int channels, int height, int width)
{
    public int Images { get; } = images;

    public int Channels { get; } = channels;

    public int Height { get; } = height;

    public int Width { get; } = width;

    public double[] Values { get; } = new double[images * channels * height * width];

    public double this[int image, int channel, int row, int column]
    {
        get => Values[Index(image, channel, row, column)];
        set => Values[Index(image, channel, row, column)] = value;
    }

    /// <summary>The value at a place, zero outside.</summary>
    public double Padded(int image, int channel, int row, int column) =>
        (uint)row < (uint)Height && (uint)column < (uint)Width ? this[image, channel, row, column] : 0;

    public Span<double> Row(int image, int channel, int row) => Values.AsSpan(Index(image, channel, row, 0), Width);

    public Volume Map(Func<double, double> function)
    {
        Volume result = new(Images, Channels, Height, Width);
        for (int i = 0; i < Values.Length; i++)
            result.Values[i] = function(Values[i]);
        return result;
    }

    /// <summary>Each image as a volume.</summary>
    public IEnumerable<Volume> Split()
    {
        for (int image = 0; image < Images; image++)
        {
            Volume one = new(1, Channels, Height, Width);
            Values.AsSpan(Index(image, 0, 0, 0), one.Values.Length).CopyTo(one.Values);
            yield return one;
        }
    }

    public double Dot(Volume other) => Values.Zip(other.Values, static (a, b) => a * b).Sum();

    public static Volume Random(int images, int channels, int height, int width, int seed)
    {
        Volume result = new(images, channels, height, width);
        Random random = new(seed);
        for (int i = 0; i < result.Values.Length; i++)
            result.Values[i] = (float)((random.NextDouble() * 2) - 1);
        return result;
    }

    private int Index(int image, int channel, int row, int column) => (((((image * Channels) + channel) * Height) + row) * Width) + column;
}
