namespace Memti.Charts.Drawing;

/// <summary>
/// What tells one series from another: a colour, and without colour a pattern, a marker and a dash. The colours are those of Okabe and Ito
/// (<i>Color Universal Design</i>, 2008), less yellow and black, which vanish on light and on dark pages.
/// </summary>
internal sealed record SeriesLook(string Colour, FillPattern Pattern, MarkerShape Marker, string? Dash)
{
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8A8A8A"];
    private static readonly string?[] Dashes = [null, "7 3", "2 3", "9 3 2 3", "5 5", "12 4", "4 2 1 2"];

    /// <summary>The look of a series by its number, from 0. Looks repeat after 14 series.</summary>
    public static SeriesLook Of(int index)
    {
        (int round, int place) = Math.DivRem(index, Colours.Length);
        // The second round of colours has other patterns: half the patterns further on.
        int shape = (place + (round * 4)) % 8;
        return new SeriesLook(
            Colours[place], (FillPattern)shape, (MarkerShape)shape, Dashes[(place + (round * 4)) % Dashes.Length]);
    }
}
