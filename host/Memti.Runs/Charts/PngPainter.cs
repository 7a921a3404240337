using System.Buffers.Binary;
using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Runs.Codes;
using Memti.Runs.Programs;

namespace Memti.Runs.Charts;

/// <summary>Makes PNG of a drawing, by the first program for it that is on the path. Memti brings none: it would be native.</summary>
public static class PngPainter
{
    /// <summary>What names of its files end with.</summary>
    public const string Extension = ".png";

    /// <summary>Pixels of the picture for one of the drawing, to each side: sharp in print and on dense screens.</summary>
    private const int Scale = 2;

    private const double DotsPerInch = 96 * Scale;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    private static readonly (string Name, Func<Sheet, string[]> Words)[] Programs =
    [
        ("rsvg-convert", static sheet => [$"--zoom={Scale}", $"--output={sheet.Png}", sheet.Svg]),
        ("inkscape", static sheet => [Invariant($"--export-dpi={DotsPerInch}"), $"--export-filename={sheet.Png}", sheet.Svg]),
        .. new[] { "chromium", "chromium-browser", "google-chrome", "msedge" }.Select(
            static name => (name, new Func<Sheet, string[]>(Browse))),
    ];

    /// <summary>True for a file that its name says to be a PNG.</summary>
    public static bool Is(string path) => Path.GetExtension(path).Equals(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Paints a drawing into a file, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="svg">The drawing.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="MemtiException"><see cref="RunCodes.NoPng"/>; <see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void Paint(string path, string svg, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(svg);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("memti-png-");
        try
        {
            var sheet = new Sheet(folder.FullName, svg);
            File.WriteAllText(sheet.Svg, svg);
            WholeFile.WriteOutput(path, Paint(path, sheet, cancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Paint(string path, Sheet sheet, CancellationToken cancellationToken)
    {
        foreach ((string name, Func<Sheet, string[]> words) in Programs)
        {
            OtherProgram.Call(name, words(sheet), out string? trouble, cancellationToken);
            if (trouble is null)
                continue;
            byte[] png = File.Exists(sheet.Png) ? File.ReadAllBytes(sheet.Png) : [];
            if (trouble.Length == 0 && sheet.IsPainted(png))
                return png;
            throw Failed(path, $"`{name}` failed: {(trouble.Length > 0 ? trouble : "it left no picture of the right size").TrimEnd('.')}.");
        }

        throw Failed(
            path, $"none of these programs is on the path: {string.Join(", ", Programs.Select(static program => program.Name))}.");
    }

    // As an administrator a browser starts only without its sandbox; what it opens is a drawing of our own.
    private static string[] Browse(Sheet sheet) =>
    [
        "--headless", "--disable-gpu", "--hide-scrollbars", $"--user-data-dir={sheet.Profile}", $"--force-device-scale-factor={Scale}",
        .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
        Invariant($"--window-size={sheet.Width},{sheet.Height}"), $"--screenshot={sheet.Png}", new Uri(sheet.Svg).AbsoluteUri,
    ];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static MemtiException Failed(string path, string why) => new(new Diagnostic(RunCodes.NoPng, why) { File = path });

    /// <summary>Files that a program reads and writes.</summary>
    private sealed class Sheet(string folder, string svg)
    {
        public string Svg { get; } = Path.Combine(folder, "chart.svg");

        public string Png { get; } = Path.Combine(folder, "chart.png");

        public string Profile { get; } = Path.Combine(folder, "profile");

        public int Width { get; } = Measure(svg, "width");

        public int Height { get; } = Measure(svg, "height");

        /// <summary>True for a PNG of the size of the drawing.</summary>
        public bool IsPainted(ReadOnlySpan<byte> png) =>
            png.Length > 24
            && png.StartsWith(Signature)
            && BinaryPrimitives.ReadInt32BigEndian(png[16..]) == Width * Scale
            && BinaryPrimitives.ReadInt32BigEndian(png[20..]) == Height * Scale;

        // Our drawings begin with their width and height in whole pixels.
        private static int Measure(string svg, string name)
        {
            int start = svg.IndexOf($" {name}=\"", StringComparison.Ordinal) + name.Length + 3;
            return int.Parse(svg.AsSpan(start, svg.IndexOf('"', start) - start), NumberStyles.None, CultureInfo.InvariantCulture);
        }
    }
}
