using Memti.Abstractions.Training;

namespace Memti.Training.Datasets.Generated.Painting;

/// <summary>A square canvas from -1 to 1 in both directions, y downwards, with four samples per pixel. Layers are painted over one
/// another.</summary>
internal sealed class Canvas
{
    private const int Samples = 2;
    private readonly Colour[] _samples;
    private readonly int _size, _side;

    public Canvas(int size) => (_size, _side, _samples) = (size, size * Samples, new Colour[size * Samples * size * Samples]);

    /// <summary>Standard deviation of the camera noise, relative to full scale. Default: 0.02.</summary>
    public double Noise { get; set; } = 0.02;

    /// <summary>Returns the colour of a layer at a place, given the colour below it.</summary>
    public delegate Colour Layer(double x, double y, Colour under);

    public void Paint(Layer layer)
    {
        double step = 2.0 / _side;
        for (int row = 0; row < _side; row++)
            for (int column = 0; column < _side; column++)
            {
                ref Colour sample = ref _samples[row * _side + column];
                sample = layer((column + 0.5) * step - 1, (row + 0.5) * step - 1, sample);
            }
    }

    /// <summary>Averages the samples of each pixel, adds noise, and writes bytes.</summary>
    public void Develop(ImageRandom random, Span<byte> pixels)
    {
        for (int row = 0; row < _size; row++)
            for (int column = 0; column < _size; column++)
            {
                Colour colour = Mean(row * Samples * _side + column * Samples);
                int at = (row * _size + column) * ImageSet.Channels;
                (pixels[at], pixels[at + 1], pixels[at + 2]) =
                    (Byte(colour.Red, random), Byte(colour.Green, random), Byte(colour.Blue, random));
            }
    }

    // Parentheses fix the order of additions: another order could round to another byte.
    private Colour Mean(int at) => 0.25 * (_samples[at] + _samples[at + 1] + (_samples[at + _side] + _samples[at + _side + 1]));

    private byte Byte(double value, ImageRandom random) => (byte)(Math.Clamp(value + Noise * Bell(random.Word()), 0, 1) * 255 + 0.5);

    /// <summary>Approximately normal, variance one: the centred sum of the four bytes of a word (Irwin-Hall distribution), with standard
    /// deviation 147.8.</summary>
    private static double Bell(uint word) =>
        ((int)((word & 255) + ((word >> 8) & 255) + ((word >> 16) & 255) + (word >> 24)) - 510) * (1 / 147.8);
}
