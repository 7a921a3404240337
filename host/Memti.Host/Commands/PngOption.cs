using System.CommandLine;
using Memti.Runs.Charts;

namespace Memti.Host.Commands;

/// <summary>The option <c>--png</c> of commands that write charts into a folder.</summary>
internal static class PngOption
{
    /// <summary>The option.</summary>
    public static readonly Option<bool> Flag = new("--png")
    {
        Description = "Also write each chart as PNG, with rsvg-convert, Inkscape or a browser of the Chromium family.",
    };

    /// <summary>Paints drawings beside their files.</summary>
    /// <param name="drawings">Files of SVG.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static void Paint(IEnumerable<string> drawings, CancellationToken cancellationToken)
    {
        foreach (string drawing in drawings)
            PngPainter.Paint(Path.ChangeExtension(drawing, PngPainter.Extension), File.ReadAllText(drawing), cancellationToken);
    }
}
