namespace Memti.Datasets;

/// <summary>A shape about the origin, no further than 1 from it: rings of corners, of which a place is inside an odd number.</summary>
internal sealed class Outline
{
    private readonly (double X, double Y)[][] _rings;

    public Outline(string name, params (double X, double Y)[][] rings) => (Name, _rings) = (name, rings);

    public string Name { get; }

    /// <summary>Corners at equal angles; with a second radius, a star.</summary>
    public static (double X, double Y)[] Ring(int corners, double turn, double radius = 1, double second = 0) =>
        [.. Enumerable.Range(0, second > 0 ? 2 * corners : corners).Select(corner =>
        {
            double angle = turn + corner / (second > 0 ? 2.0 * corners : corners), length = second > 0 && corner % 2 == 1 ? second : radius;
            return (length * Wave.Sine(angle), -length * Wave.Cosine(angle));
        })];

    public static (double X, double Y)[] Box(double left, double top, double right, double bottom) => [(left, top), (right, top), (right, bottom), (left, bottom)];

    public bool Contains((double X, double Y) place)
    {
        if (place.X * place.X + place.Y * place.Y > 2)
            return false;
        bool inside = false;
        foreach ((double X, double Y)[] ring in _rings)
            inside ^= Within(ring, place.X, place.Y);
        return inside;
    }

    private static bool Within((double X, double Y)[] ring, double x, double y)
    {
        bool inside = false;
        (double X, double Y) from = ring[^1];
        foreach ((double X, double Y) to in ring)
        {
            if (to.Y > y != from.Y > y && x < (from.X - to.X) * (y - to.Y) / (from.Y - to.Y) + to.X)
                inside = !inside;
            from = to;
        }

        return inside;
    }
}
