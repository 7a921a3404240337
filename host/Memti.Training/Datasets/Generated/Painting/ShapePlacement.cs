namespace Memti.Training.Datasets.Generated.Painting;

/// <summary>Maps places of the canvas to places of an object, with rotation, scale, aspect, shear and a little perspective.</summary>
internal readonly record struct ShapePlacement
{
    private readonly double _x, _y, _right, _down, _across, _along, _tiltX, _tiltY;

    /// <summary>Draws a random placement.</summary>
    /// <param name="random">Source of randomness.</param>
    /// <param name="scale">Half the size of the object, in halves of the canvas.</param>
    /// <param name="turn">Greatest rotation to either side, in whole turns.</param>
    public ShapePlacement(ImageRandom random, double scale, double turn)
    {
        double room = Math.Max(0.15, 1.1 - scale);
        (_x, _y) = (random.Between(-room, room), random.Between(-room, room));
        double angle = random.Between(-turn, turn), shear = random.Between(-0.15, 0.15);
        (double wide, double high) = (scale * random.Between(0.85, 1.1), scale * random.Between(0.85, 1.1));
        (double sine, double cosine) = (Wave.Sine(angle), Wave.Cosine(angle));
        (_right, _down) = ((cosine + shear * sine) / wide, (sine - shear * cosine) / wide);
        (_across, _along) = (-sine / high, cosine / high);
        (_tiltX, _tiltY) = (random.Between(-0.2, 0.2), random.Between(-0.2, 0.2));
    }

    public (double X, double Y) Of(double x, double y)
    {
        (double dx, double dy) = (x - _x, y - _y);
        double depth = 1 / (1 + _tiltX * dx + _tiltY * dy);
        return ((_right * dx + _down * dy) * depth, (_across * dx + _along * dy) * depth);
    }
}
