namespace Memti.Training.Datasets.Generated.Painting;

/// <summary>A family of textures: a value from 0 to 1 at each place, with a random phase and noise per image.</summary>
/// <param name="Name">Name of the family.</param>
/// <param name="Turn">Greatest rotation to either side, in whole turns. Small where the direction defines the family.</param>
/// <param name="Value">Value at a place in periods, with noise.</param>
internal sealed record Texture(string Name, double Turn, Func<double, double, Lattice, double> Value)
{
    private const double Oriented = 0.03, Any = 0.5;

    /// <summary>Families that a horizontal flip maps to themselves.</summary>
    public static IReadOnlyList<Texture> All { get; } =
    [
        new("horizontal stripes", Oriented, static (_, y, _) => Soft(Wave.Sine(y))),
        new("checks", Oriented, static (x, y, _) => Soft(2 * Wave.Sine(x * 0.7) * Wave.Sine(y * 0.7))),
        new("vertical stripes", Oriented, static (x, _, _) => Soft(Wave.Sine(x))),
        new("clouds", Any, static (x, y, noise) => Soft(5 * (0.65 * noise.Smooth(x, y) + 0.35 * noise.Smooth(2 * x + 9, 2 * y + 5) - 0.5))),
        new("dots", Any, static (x, y, _) => Disc(x * 0.8, y * 0.8, 0.11)),
        new("rings", Oriented, static (x, y, noise) => Soft(Wave.Sine(Radius(x - 2 * noise.At(1, 0) + 1, y - 2 * noise.At(2, 0) + 1)))),
        new("zigzag", Oriented, static (x, y, _) => Soft(Wave.Sine(y + 1.2 * Math.Abs(Part(0.5 * x) - 0.5)))),
        new("speckles", Any, static (x, y, noise) => Speckle(1.4 * x, 1.4 * y, noise)),
        new("bricks", Oriented, static (x, y, _) => Brick(0.45 * x, 0.9 * y)),
        new("marble", Any, static (x, y, noise) => Soft(Wave.Sine(0.7 * x + 1.5 * noise.Smooth(0.7 * x, 0.7 * y)))),
        new("net", Any, static (x, y, _) => Soft(6 * (Math.Max(Wave.Sine(0.7 * x), Wave.Sine(0.7 * y)) - 0.85))),
        new("ridges", Any, static (x, y, noise) => Soft(8 * (0.12 - Math.Abs(noise.Smooth(x, y) - 0.5)))),
    ];

    /// <summary>A texture of the family with random phase and rotation and the given period, over places of the canvas.</summary>
    public Func<double, double, double> Instance(ImageRandom random, double period)
    {
        double angle = random.Between(-Turn, Turn), x0 = random.Between(0, 16), y0 = random.Between(0, 16);
        (double sine, double cosine) = (Wave.Sine(angle) / period, Wave.Cosine(angle) / period);
        Lattice noise = new(random.Word());
        // Rings are centred by their own noise; a phase would move the centre off the canvas.
        (x0, y0) = Name == "rings" ? (0, 0) : (x0, y0);
        return (x, y) => Value(cosine * x + sine * y + x0, cosine * y - sine * x + y0, noise);
    }

    /// <summary>Maps a wave of -1 to 1 to 0 to 1, with steeper flanks.</summary>
    private static double Soft(double wave) => Math.Clamp(0.5 + 1.2 * wave, 0, 1);

    private static double Part(double value) => value - Math.Floor(value);

    private static double Disc(double x, double y, double square)
    {
        (double dx, double dy) = (Part(x) - 0.5, Part(y) - 0.5);
        return dx * dx + dy * dy < square ? 1 : 0;
    }

    private static double Radius(double x, double y) => Math.Sqrt(x * x + y * y);

    private static double Speckle(double x, double y, Lattice noise) =>
        noise.At((int)Math.Floor(x), (int)Math.Floor(y)) > 0.72 ? Disc(x, y, 0.2) : 0;

    private static double Brick(double x, double y)
    {
        double row = Math.Floor(y), shifted = Part(x + 0.5 * Part(0.5 * row) * 2);
        return Part(y) < 0.22 || shifted < 0.12 ? 1 : 0;
    }
}
