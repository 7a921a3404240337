using System.Globalization;
using System.Text;

namespace Memti.Charts.Drawing;

/// <summary>
/// A drawing under way. Text and lines take the colour of the page (<c>currentColor</c>); the ground has the class <c>memti-ground</c>, so
/// that a page can remove it.
/// </summary>
/// <param name="width">Width in pixels.</param>
/// <param name="ids">What ids begin with, so that several drawings can be on one page.</param>
internal sealed class Svg(int width, string ids)
{
    private readonly StringBuilder _body = new();
    private readonly SortedDictionary<string, string> _definitions = new(StringComparer.Ordinal);

    /// <summary>Width in pixels.</summary>
    public int Width => width;

    /// <summary>A number as SVG writes it, to a hundredth of a pixel.</summary>
    public static string Number(double value)
    {
        string text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>The whole drawing.</summary>
    /// <param name="title">Name of the drawing for screen readers.</param>
    /// <param name="description">What it shows, for screen readers; null for the name alone.</param>
    /// <param name="height">Height in pixels.</param>
    public string Finish(string title, string? description, double height)
    {
        string size = Number(Math.Ceiling(height));
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{size}\" viewBox=\"0 0 {width} {size}\" role=\"img\" ");
        string labels = $"{ids}-title" + (description is null ? "" : $" {ids}-desc");
        svg.Append(
            $"aria-labelledby=\"{labels}\" font-family=\"Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif\" ");
        svg.Append($"font-size=\"12\" color=\"#1f2933\" fill=\"currentColor\">\n<title id=\"{ids}-title\">{Escape(title)}</title>\n");
        if (description is not null)
            svg.Append($"<desc id=\"{ids}-desc\">{Escape(description)}</desc>\n");
        if (_definitions.Count > 0)
            svg.Append("<defs>\n").AppendJoin("", _definitions.Values).Append("</defs>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"memti-ground\" width=\"{width}\" height=\"{size}\" fill=\"#fff\"/>\n");
        return svg.Append(_body).Append("</svg>\n").ToString();
    }

    /// <summary>Opens a group whose parts share a tooltip.</summary>
    public void Open(string tip, string? name = null)
    {
        _body.Append("<g");
        if (name is not null)
            _body.Append($" data-name=\"{Escape(name)}\"");
        _body.Append($"><title>{Escape(tip)}</title>");
    }

    /// <summary>Opens a part that a page may move or draw anew, with the measures that it needs for that.</summary>
    public void Begin(string part, params ReadOnlySpan<(string Name, double Value)> measures)
    {
        _body.Append($"<g data-part=\"{part}\"");
        foreach ((string name, double value) in measures)
            _body.Append($" data-{name}=\"{Number(value)}\"");
        _body.Append(">\n");
    }

    /// <summary>Closes a group.</summary>
    public void Close() => _body.Append("</g>\n");

    /// <summary>A text.</summary>
    public void Text(double x, double y, string text, string anchor = "start", double size = 12, bool bold = false, bool faint = false)
    {
        _body.Append($"<text x=\"{Number(x)}\" y=\"{Number(y)}\"");
        if (anchor != "start")
            _body.Append($" text-anchor=\"{anchor}\"");
        if (size != 12)
            _body.Append($" font-size=\"{Number(size)}\"");
        if (bold)
            _body.Append(" font-weight=\"bold\"");
        if (faint)
            _body.Append(" fill-opacity=\"0.78\"");
        _body.Append($">{Escape(text)}</text>\n");
    }

    /// <summary>A text that reads upwards, around its middle.</summary>
    public void TextUpwards(double x, double y, string text) => _body.Append(
        $"<text transform=\"translate({Number(x)} {Number(y)}) rotate(-90)\" text-anchor=\"middle\">{Escape(text)}</text>\n");

    /// <summary>A line of a grid, or of an axis.</summary>
    public void Line(double x1, double y1, double x2, double y2, double opacity = 1, string? dash = null)
    {
        _body.Append(
            $"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" stroke=\"currentColor\"");
        if (opacity != 1)
            _body.Append($" stroke-opacity=\"{Number(opacity)}\"");
        if (dash is not null)
            _body.Append($" stroke-dasharray=\"{dash}\"");
        _body.Append("/>\n");
    }

    /// <summary>A filled rectangle with an outline.</summary>
    public void Bar(double x, double y, double wide, double high, SeriesLook look) => _body.Append(
        $"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(wide)}\" height=\"{Number(high)}\" fill=\"{Fill(look)}\" "
            + "stroke=\"currentColor\" stroke-opacity=\"0.55\"/>");

    /// <summary>A path without filling.</summary>
    public void Path(string data, string stroke = "currentColor", double thick = 1.5, string? dash = null) => _body.Append(
        $"<path d=\"{data}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{Number(thick)}\" stroke-linejoin=\"round\""
            + (dash is null ? "" : $" stroke-dasharray=\"{dash}\"") + "/>\n");

    /// <summary>A marker around a point.</summary>
    public void Marker(double x, double y, SeriesLook look, double size = 4) => _body.Append(Shape(x, y, look, size));

    private static string Shape(double x, double y, SeriesLook look, double size)
    {
        string At(double dx, double dy) => $"{Number(x + dx)} {Number(y + dy)}";
        string filled = $"fill=\"{look.Colour}\" stroke=\"currentColor\" stroke-width=\"0.6\"/>";
        string open = $"fill=\"none\" stroke=\"{look.Colour}\" stroke-width=\"2\"/>";
        return look.Marker switch
        {
            MarkerShape.Circle => $"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(size)}\" {filled}",
            MarkerShape.Square => $"<path d=\"M{At(-size, -size)}h{Number(2 * size)}v{Number(2 * size)}h{Number(-2 * size)}z\" {filled}",
            MarkerShape.Triangle => $"<path d=\"M{At(0, -size - 1)}L{At(size + 1, size)}L{At(-size - 1, size)}z\" {filled}",
            MarkerShape.Diamond =>
                $"<path d=\"M{At(0, -size - 1)}L{At(size + 1, 0)}L{At(0, size + 1)}L{At(-size - 1, 0)}z\" {filled}",
            MarkerShape.TriangleDown => $"<path d=\"M{At(0, size + 1)}L{At(size + 1, -size)}L{At(-size - 1, -size)}z\" {filled}",
            MarkerShape.Cross => $"<path d=\"M{At(-size, -size)}L{At(size, size)}M{At(-size, size)}L{At(size, -size)}\" {open}",
            MarkerShape.Plus => $"<path d=\"M{At(-size, 0)}L{At(size, 0)}M{At(0, -size)}L{At(0, size)}\" {open}",
            _ => $"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(size)}\" {open}",
        };
    }

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char sign in text)
        {
            string? entity = sign switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                // XML 1.0 has no way to write other control characters.
                < ' ' => " ",
                '\uFFFE' or '\uFFFF' => "\uFFFD",
                _ => null,
            };
            _ = entity is null ? escaped.Append(sign) : escaped.Append(entity);
        }

        return escaped.ToString();
    }

    private string Fill(SeriesLook look)
    {
        if (look.Pattern == FillPattern.Solid)
            return look.Colour;
        string id = $"{ids}-{look.Pattern.ToString().ToLowerInvariant()}-{look.Colour[1..].ToLowerInvariant()}";
        _definitions.TryAdd(
            id,
            $"<pattern id=\"{id}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
                + $"<rect width=\"8\" height=\"8\" fill=\"{look.Colour}\"/>{Overlay(look.Pattern)}</pattern>\n");
        return $"url(#{id})";
    }

    private static string Overlay(FillPattern pattern)
    {
        static string Strokes(string data) => $"<path d=\"{data}\" stroke=\"#fff\" stroke-width=\"1.8\" fill=\"none\"/>";
        return pattern switch
        {
            FillPattern.Rising => Strokes("M-2 2L2 -2M0 8L8 0M6 10L10 6"),
            FillPattern.Falling => Strokes("M-2 6L2 10M0 0L8 8M6 -2L10 2"),
            FillPattern.Horizontal => Strokes("M0 4H8"),
            FillPattern.Vertical => Strokes("M4 0V8"),
            FillPattern.Grid => Strokes("M0 4H8M4 0V8"),
            FillPattern.Lattice => Strokes("M0 0L8 8M0 8L8 0"),
            _ => "<g fill=\"#fff\"><circle cx=\"2\" cy=\"2\" r=\"1.4\"/><circle cx=\"6\" cy=\"6\" r=\"1.4\"/></g>",
        };
    }
}
