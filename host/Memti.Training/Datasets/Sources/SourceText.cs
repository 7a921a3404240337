namespace Memti.Training.Datasets.Sources;

/// <summary>The text that names a dataset: a place, and options after a question mark.</summary>
/// <param name="Place">Text before the question mark.</param>
/// <param name="Query">The options.</param>
internal sealed record SourceText(string Place, SourceQuery Query)
{
    /// <summary>Name of the place: the last part of a path.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Place)) is { Length: > 0 } name ? name : Place;

    public static SourceText Parse(string text)
    {
        // The last one: paths may contain question marks on some file systems.
        int mark = text.LastIndexOf('?');
        return mark < 0
            ? new SourceText(text, SourceQuery.Parse(text, ""))
            : new SourceText(text[..mark], SourceQuery.Parse(text, text[(mark + 1)..]));
    }
}
