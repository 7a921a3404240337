using Memti.Charts.Drawing;

namespace Memti.Charts;

/// <summary>A chart. Equal charts give equal bytes on every machine.</summary>
public abstract record Chart
{
    /// <summary>Smallest width in pixels that a chart is drawn for.</summary>
    public const int LeastWidth = 280;

    /// <summary>Gap between the edge of a drawing and what is in it.</summary>
    private protected const double Edge = 12;

    /// <summary>What it shows.</summary>
    public required string Title { get; init; }

    /// <summary>Where its numbers are from; null where the page around it says so.</summary>
    public string? Source { get; init; }

    /// <summary>What it shows in a sentence, for those who do not see it; null for the title alone.</summary>
    public string? Description { get; init; }

    /// <summary>The chart as SVG.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is under <see cref="LeastWidth"/>.</exception>
    public string Draw(ChartFormat? format = null)
    {
        format ??= new ChartFormat();
        ArgumentOutOfRangeException.ThrowIfLessThan(format.Width, LeastWidth, nameof(format));
        var svg = new Svg(format.Width, format.Ids);
        double y = format.HasCaption ? Lines(svg, Title, Edge + 14, 15, bold: true) + 4 : Edge;
        y = DrawBody(svg, y);
        if (format.HasCaption && Source is not null)
            y = Lines(svg, Source, y + 14, 11, bold: false);
        return svg.Finish(Title, Description, y + 4);
    }

    /// <summary>Draws the chart itself.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="top">Its top edge.</param>
    /// <returns>Its bottom edge.</returns>
    private protected abstract double DrawBody(Svg svg, double top);

    private static double Lines(Svg svg, string text, double baseline, double size, bool bold)
    {
        double room = (svg.Width - (2 * Edge)) / (bold ? 1.06 : 1);
        foreach (string line in TextWidth.Wrap(text, size, room))
        {
            svg.Text(Edge, baseline, TextWidth.Fit(line, size, room), size: size, bold: bold, faint: !bold);
            baseline += size + 4;
        }

        return baseline - size;
    }
}
