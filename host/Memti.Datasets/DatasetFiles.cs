namespace Memti.Datasets;

/// <summary>The files that a set is read from, so that their content can be followed without reading images.</summary>
public static class DatasetFiles
{
    /// <summary>Files of a source, in ordinal order; none for a set that is drawn, and for one that is not there.</summary>
    /// <param name="source">A form of <see cref="DatasetSource.Forms"/>.</param>
    /// <exception cref="Memti.Abstractions.MemtiException"><see cref="Memti.Abstractions.DiagnosticCode.BadOption"/> for an ill-formed option after the question mark.</exception>
    public static IReadOnlyList<string> Of(string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        string place = SourceText.Parse(source).Place;
        if (place.StartsWith(GeneratedSet.Prefix, StringComparison.Ordinal))
            return [];
        return [.. Find(place == FashionMnist.Name ? FashionMnist.Folder : place).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Find(string place)
    {
        if (Directory.Exists(place))
            return Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories);
        string folder = Path.GetDirectoryName(place) is { Length: > 0 } parent ? parent : ".";
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Path.GetFileName(place) + "-*") : [];
    }
}
