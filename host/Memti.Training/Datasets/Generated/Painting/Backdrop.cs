namespace Memti.Training.Datasets.Generated.Painting;

/// <summary>Paints a background: a smooth blend of two colours, with clutter of bars.</summary>
internal static class Backdrop
{
    public static void Paint(Canvas canvas, ImageRandom random, double luminance, int clutter)
    {
        Colour one = Colour.Random(
            random, luminance), other = Colour.Random(random, Math.Clamp(luminance + random.Between(-0.2, 0.2), 0.05, 0.95));
        Lattice lattice = new(random.Word());
        double scale = random.Between(1, 3);
        canvas.Paint((x, y, _) => one.Towards(other, lattice.Smooth(x * scale, y * scale)));
        for (int item = 0; item < clutter; item++)
            PaintItem(canvas, random, luminance);
    }

    /// <summary>Applies a random brightness with a gradient.</summary>
    public static void Light(Canvas canvas, ImageRandom random)
    {
        double level = random.Between(0.75, 1.15), x1 = random.Between(-0.2, 0.2), y1 = random.Between(-0.2, 0.2);
        canvas.Paint((x, y, under) => (level + x1 * x + y1 * y) * under);
    }

    private static void PaintItem(Canvas canvas, ImageRandom random, double luminance)
    {
        Colour colour = Colour.Random(random, Math.Clamp(luminance + random.Between(-0.3, 0.3), 0.05, 0.95));
        (double x0, double y0, double angle) = (random.Between(-1, 1), random.Between(-1, 1), random.Unit());
        (double long1, double short1) = (random.Between(0.1, 1.2), random.Between(0.05, 0.2));
        (double sine, double cosine) = (Wave.Sine(angle), Wave.Cosine(angle));
        canvas.Paint((x, y, under) =>
        {
            (double dx, double dy) = (x - x0, y - y0);
            return Math.Abs(cosine * dx + sine * dy) < long1 && Math.Abs(cosine * dy - sine * dx) < short1 ? colour : under;
        });
    }
}
