namespace Memti.Training.Datasets.Generated.Painting;

/// <summary>A shape around the origin with radius up to about 1, made of polygons with the even-odd rule.</summary>
internal sealed class Outline
{
    private readonly (double X, double Y)[][] _rings;

    /// <summary>Squared distances from the origin: below the first every place is inside, above the second none is.</summary>
    private readonly double _inner, _outer;

    public Outline(string name, params (double X, double Y)[][] rings)
    {
        (Name, _rings) = (name, rings);
        _outer = rings.SelectMany(static ring => ring).Max(static corner => corner.X * corner.X + corner.Y * corner.Y);
        _inner = rings.Length == 1 && Within(rings[0], 0, 0) ? rings[0].Zip(rings[0].Skip(1).Append(rings[0][0]), Nearest).Min() : 0;
    }

    public string Name { get; }

    /// <summary>Corners at equal angles. A second radius makes a star.</summary>
    public static (double X, double Y)[] Ring(int corners, double turn, double radius = 1, double second = 0) =>
        [.. Enumerable.Range(0, second > 0 ? 2 * corners : corners).Select(corner =>
        {
            double angle = turn + corner / (second > 0 ? 2.0 * corners : corners), length = second > 0 && corner % 2 == 1 ? second : radius;
            return (length * Wave.Sine(angle), -length * Wave.Cosine(angle));
        })];

    public static (double X, double Y)[] Box(double left, double top, double right, double bottom) =>
        [(left, top), (right, top), (right, bottom), (left, bottom)];

    public bool Contains((double X, double Y) place)
    {
        double square = place.X * place.X + place.Y * place.Y;
        // Most places are decided by two circles, without a walk round the polygon.
        if (square < _inner || square > _outer)
            return square < _inner;
        bool inside = false;
        foreach ((double X, double Y)[] ring in _rings)
            inside ^= Within(ring, place.X, place.Y);
        return inside;
    }

    /// <summary>Squared distance from the origin to an edge.</summary>
    private static double Nearest((double X, double Y) from, (double X, double Y) to)
    {
        (double dx, double dy) = (to.X - from.X, to.Y - from.Y);
        double share = Math.Clamp(-(from.X * dx + from.Y * dy) / (dx * dx + dy * dy), 0, 1);
        (double x, double y) = (from.X + share * dx, from.Y + share * dy);
        return x * x + y * y;
    }

    private static bool Within((double X, double Y)[] ring, double x, double y)
    {
        bool inside = false;
        (double X, double Y) from = ring[^1];
        foreach ((double X, double Y) to in ring)
        {
            // Crossing test: a ray to the right toggles at each edge that it crosses. The half-open comparison counts a corner once.
            if (to.Y > y != from.Y > y && x < (from.X - to.X) * (y - to.Y) / (from.Y - to.Y) + to.X)
                inside = !inside;
            from = to;
        }

        return inside;
    }
}
