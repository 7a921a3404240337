namespace Memti.Charts.Drawing;

/// <summary>
/// Widths of text without a font at hand, so that a chart is the same bytes on every machine. Advance widths of Helvetica (Adobe core
/// font metrics, in thousandths of the size), with room for the wider fonts that stand in for it.
/// </summary>
internal static class TextWidth
{
    /// <summary>Assumed: DejaVu Sans, the widest common substitute, needs about this much more than Helvetica.</summary>
    private const double Room = 1.14;

    private const int Other = 600;

    private static readonly short[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>Width of a text in pixels.</summary>
    public static double Of(string text, double size)
    {
        int thousandths = 0;
        foreach (char sign in text)
            thousandths += sign >= ' ' && sign - ' ' < Widths.Length ? Widths[sign - ' '] : Other;
        return thousandths * size * Room / 1000;
    }

    /// <summary>A text that fits: cut with an ellipsis where it is too wide.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Of(text, size) <= width)
            return text;
        int length = text.Length;
        while (length > 1 && Of(text[..length], size) + size > width)
            length--;
        // A character of two halves is not cut between them.
        if (char.IsHighSurrogate(text[length - 1]) && length > 1)
            length--;
        return text[..length].TrimEnd() + "…";
    }

    /// <summary>Lines of a text, broken between words; a word wider than a line has a line of its own.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width)
    {
        List<string> lines = [];
        string line = "";
        foreach (string word in text.Split(' '))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Of(longer, size) > width)
                (line, longer) = (Add(lines, line), word);
            line = longer;
        }

        Add(lines, line);
        return lines;
    }

    private static string Add(List<string> lines, string line)
    {
        lines.Add(line);
        return "";
    }
}
