namespace Memti.EndToEnd.Tests;

/// <summary>A test with a program that makes PNG of SVG; skipped where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PaintFactAttribute : FactAttribute
{
    private static readonly string[] Programs = ["rsvg-convert", "inkscape", "chromium", "chromium-browser", "google-chrome", "msedge"];

    public PaintFactAttribute()
    {
        if (!Programs.Any(Installed.Has))
            Skip = "no program makes PNG of SVG (apt-get install librsvg2-bin)";
    }
}
