namespace Memti.Charts;

/// <summary>How a chart is drawn.</summary>
public sealed record ChartFormat
{
    /// <summary>Width that nobody chose, in pixels.</summary>
    public const int UsualWidth = 720;

    /// <summary>Width in pixels, at least 280. Default: 720. The height follows from what is drawn.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>What ids in the drawing begin with: a name of letters, digits and hyphens. Default: <c>memti</c>.</summary>
    public string Ids { get; init; } = "memti";

    /// <summary>True to write title and source into the drawing; false where the page around it does. Default: true.</summary>
    public bool HasCaption { get; init; } = true;
}
