namespace Memti.Charts.Drawing;

/// <summary>Names of rows: beside the rows where the drawing is wide enough, else above them.</summary>
internal sealed class RowNames
{
    /// <summary>Width from which names stand beside the rows.</summary>
    private const int Wide = 520;

    private const double Line = 16, Gap = 8;

    private readonly double _edge;
    private readonly double _room;
    private readonly bool _beside;

    /// <summary>Room for names.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="names">All names.</param>
    /// <param name="edge">Left edge of what is drawn.</param>
    /// <param name="most">Largest share of the width that names may take beside the rows.</param>
    public RowNames(Svg svg, IEnumerable<string> names, double edge, double most)
    {
        (_edge, _beside) = (edge, svg.Width >= Wide);
        double widest = names.Select(static name => TextWidth.Of(name, 12)).DefaultIfEmpty(0).Max() + Gap + 2;
        _room = _beside ? Math.Min(svg.Width * most, widest) : 0;
    }

    /// <summary>Left edge of the rows.</summary>
    public double Left => _edge + _room;

    /// <summary>Height that the name takes above its row.</summary>
    public double Above => _beside ? 0 : Line;

    /// <summary>Writes a name.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="name">The name.</param>
    /// <param name="top">Top edge of the row's mark.</param>
    /// <param name="height">Height of that mark.</param>
    public void Draw(Svg svg, string name, double top, double height)
    {
        if (_beside)
            svg.Text(Left - Gap, top + (height / 2) + 4, TextWidth.Fit(name, 12, _room - Gap), "end");
        else
            svg.Text(Left + 4, top - 4, TextWidth.Fit(name, 12, svg.Width - (2 * _edge)));
    }
}
