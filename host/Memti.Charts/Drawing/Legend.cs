namespace Memti.Charts.Drawing;

/// <summary>Names of series with their looks, in as many rows as they need.</summary>
internal static class Legend
{
    private const double RowHeight = 20, Swatch = 14, Gap = 18;

    /// <summary>Draws a legend.</summary>
    /// <param name="svg">The drawing.</param>
    /// <param name="left">Its left edge.</param>
    /// <param name="top">Its top edge.</param>
    /// <param name="items">Names and looks.</param>
    /// <param name="swatches">What stands before the names.</param>
    /// <returns>Its bottom edge.</returns>
    public static double Draw(Svg svg, double left, double top, IEnumerable<(string Name, SeriesLook Look)> items, LegendSwatch swatches)
    {
        (double x, double y) = (left, top);
        double swatch = swatches == LegendSwatch.Lines ? 2 * Swatch : Swatch;
        foreach ((string name, SeriesLook look) in items)
        {
            string text = TextWidth.Fit(name, 12, svg.Width - left - swatch - 12);
            double width = swatch + 6 + TextWidth.Of(text, 12);
            if (x > left && x + width > svg.Width - 8)
                (x, y) = (left, y + RowHeight);
            svg.Open(name);
            if (swatches == LegendSwatch.Lines)
                svg.Path($"M{Svg.Number(x)} {Svg.Number(y + 7)}h{Svg.Number(swatch)}", look.Colour, 2, look.Dash);
            if (swatches == LegendSwatch.Areas)
                svg.Bar(x, y, Swatch, Swatch, look);
            else
                svg.Marker(x + (swatch / 2), y + 7, look);

            svg.Text(x + swatch + 6, y + 11.5, text);
            svg.Close();
            x += width + Gap;
        }

        return x > left ? y + RowHeight : y;
    }
}
