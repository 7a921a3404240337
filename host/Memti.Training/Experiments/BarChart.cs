using System.Globalization;
using System.Text;

namespace Memti.Training.Experiments;

/// <summary>
/// Draws an experiment as SVG: one panel per storage variant, three bars per task, error bars of one standard deviation over chips.
/// Colour-blind readers can tell the colours apart (Okabe and Ito); patterns work without colour.
/// </summary>
public static class BarChart
{
    private const int Left = 70, Right = 20, Head = 64, PanelHeight = 240, PanelGap = 70, BarWidth = 34, GroupGap = 40, Foot = 20;

    private static readonly (string Name, string Fill)[] Bars =
        [
            ("fixed point, no faults", "#0072B2"),
            ("faulty, before retraining", "url(#hatched)"),
            ("faulty, after retraining", "url(#dotted)")
        ];

    private static int Least => (Bars.Length * BarWidth) + GroupGap;

    /// <summary>Draws an experiment.</summary>
    public static string Draw(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string[] variants = [.. result.Cells.Select(static cell => cell.Variant).Distinct()];
        int width = Math.Max(640, Left + Right + (result.Tasks.Count * Least));
        int height = Head + (variants.Length * (PanelHeight + PanelGap)) + Foot;
        var svg = new StringBuilder();
        Begin(svg, width, height, result);
        for (int panel = 0; panel < variants.Length; panel++)
            Panel(svg, result, variants[panel], Head + 24 + (panel * (PanelHeight + PanelGap)), width);
        Text(
            svg,
            Left,
            height - 10,
            "error bars: one standard deviation over chips, up and down",
            "start",
            "font-size=\"10\" fill=\"#555\"");
        return svg.Append("</svg>\n").ToString();
    }

    private static void Begin(StringBuilder svg, int width, int height, ExperimentResult result)
    {
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" "
                + $"font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\" fill=\"#222\">\n");
        svg.Append(
            "<defs>\n<pattern id=\"hatched\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
                + "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#F3C27A\"/><line x1=\"0\" y1=\"0\" x2=\"0\" "
                + "y2=\"6\" stroke=\"#B35900\" stroke-width=\"3\"/></pattern>\n");
        svg.Append(
            "<pattern id=\"dotted\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\" "
                + "fill=\"#A8DCC8\"/><circle cx=\"3\" cy=\"3\" r=\"1.5\" fill=\"#00664A\"/></pattern>\n</defs>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n");
        Text(svg, Left, 22, result.Name, "start", "font-size=\"15\" font-weight=\"bold\"");
        int x = Left;
        foreach ((string name, string fill) in Bars)
        {
            svg.Append(
                CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"36\" width=\"14\" height=\"14\" fill=\"{fill}\" stroke=\"#222\"/>\n");
            Text(svg, x + 20, 48, name, "start");
            x += 185;
        }
    }

    private static void Panel(StringBuilder svg, ExperimentResult result, string variant, int top, int width)
    {
        Text(svg, Left, top - 8, variant, "start", "font-weight=\"bold\"");
        for (int percent = 0; percent <= 100; percent += 20)
        {
            double y = Y(top, percent / 100.0);
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line x1=\"{Left}\" y1=\"{y:0.##}\" x2=\"{width - Right}\" y2=\"{y:0.##}\" "
                    + $"stroke=\"{(percent == 0 ? "#222" : "#ddd")}\"/>\n");
            Text(svg, Left - 8, y + 4, percent.ToString(CultureInfo.InvariantCulture), "end");
        }

        double middle = top + (PanelHeight / 2.0);
        Text(
            svg,
            20,
            middle,
            "accuracy on test images (%)",
            "middle",
            FormattableString.Invariant($"transform=\"rotate(-90 20 {middle})\""));
        int groupWidth = (width - Left - Right) / Math.Max(1, result.Tasks.Count);
        for (int group = 0; group < result.Tasks.Count; group++)
            if (result.Cells.FirstOrDefault(cell => cell.Variant == variant && cell.Task == result.Tasks[group].Task) is { } cell)
                Group(svg, cell, Left + (group * groupWidth) + ((groupWidth - (Bars.Length * BarWidth)) / 2), top);
    }

    private static void Group(StringBuilder svg, ExperimentEntry cell, int left, int top)
    {
        Bar(svg, left, top, 0, cell.Before.Baseline.Accuracy, null);
        Bar(svg, left, top, 1, cell.Before.Summary!.Mean, cell.Before.Summary.StandardDeviation);
        Bar(svg, left, top, 2, cell.After.Summary!.Mean, cell.After.Summary.StandardDeviation);
        double middle = left + (Bars.Length * BarWidth / 2.0);
        Text(svg, middle, top + PanelHeight + 18, cell.Task, "middle");
        Text(
            svg,
            middle,
            top + PanelHeight + 33,
            FormattableString.Invariant($"{cell.Before.Trials.Count} chips, {cell.After.Trials.Count} after"),
            "middle",
            "font-size=\"10\" fill=\"#555\"");
    }

    private static void Bar(StringBuilder svg, int left, int top, int place, double accuracy, double? deviation)
    {
        double x = left + (place * BarWidth);
        double y = Y(top, accuracy);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<rect x=\"{x}\" y=\"{y:0.##}\" width=\"{BarWidth - 4}\" height=\"{top + PanelHeight - y:0.##}\" "
                + $"fill=\"{Bars[place].Fill}\" stroke=\"#222\"/>\n");
        double middle = x + ((BarWidth - 4) / 2.0);
        double high = Y(top, Math.Min(1, accuracy + (deviation ?? 0)));
        if (deviation is { } spread)
            ErrorBar(svg, middle, high, Y(top, Math.Max(0, accuracy - spread)));
        Text(svg, middle, high - 5, (accuracy * 100).ToString("0.0", CultureInfo.InvariantCulture), "middle", "font-size=\"10\"");
    }

    private static void ErrorBar(StringBuilder svg, double middle, double high, double low) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<path d=\"M{middle:0.##} {high:0.##}V{low:0.##}M{middle - 5:0.##} {high:0.##}h10M{middle - 5:0.##} {low:0.##}h10\" "
            + $"stroke=\"#000\" stroke-width=\"1.5\" fill=\"none\"/>\n");

    private static double Y(int top, double share) => top + (PanelHeight * (1 - share));

    private static void Text(StringBuilder svg, double x, double y, string text, string anchor, string attributes = "") => svg.Append(
        CultureInfo.InvariantCulture,
        $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" text-anchor=\"{anchor}\" "
            + $"{attributes}>{Escaped(text)}</text>\n");

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
