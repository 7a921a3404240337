namespace Memti.Training.Datasets.Generated.Painting;

/// <summary>Red, green and blue, 0 to 1. Values outside are clipped when the canvas is developed.</summary>
internal readonly record struct Colour(double Red, double Green, double Blue)
{
    /// <summary>Luma with the weights of ITU-R BT.601.</summary>
    public double Luminance => 0.299 * Red + 0.587 * Green + 0.114 * Blue;

    public static Colour Grey(double value) => new(value, value, value);

    public static Colour operator +(Colour left, Colour right) =>
        new(left.Red + right.Red, left.Green + right.Green, left.Blue + right.Blue);

    public static Colour operator *(double factor, Colour colour) => new(factor * colour.Red, factor * colour.Green, factor * colour.Blue);

    /// <summary>Linear blend from this colour (0) to another (1).</summary>
    public Colour Towards(Colour other, double share) => (1 - share) * this + share * other;

    /// <summary>A random hue of the given luminance.</summary>
    public static Colour Random(ImageRandom random, double luminance)
    {
        Colour hue = new(random.Unit(), random.Unit(), random.Unit());
        return Grey(luminance) + 0.6 * (hue + Grey(-hue.Luminance));
    }

    /// <summary>Two random colours whose luminance differs by at least <paramref name="apart"/>; either may be the brighter one.</summary>
    public static (Colour, Colour) Pair(ImageRandom random, double apart)
    {
        double dark = random.Between(0.05, 0.9 - apart);
        double bright = random.Between(dark + apart, 0.95);
        return random.Coin() ? (Random(random, dark), Random(random, bright)) : (Random(random, bright), Random(random, dark));
    }
}
