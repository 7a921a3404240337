using Memti.Abstractions.Diagnostics;
using Memti.Training.Datasets.Generated;
using Memti.Training.Datasets.Idx;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets;

/// <summary>The files that a set is read from, so that their content can be followed without reading images.</summary>
public static class DatasetFiles
{
    /// <summary>Files of a source, each with its name in the set: the folders between set and file are classes. None for a set that is drawn, and for one that is not there.</summary>
    /// <param name="source">A form of <see cref="DatasetSource.Forms"/>.</param>
    /// <exception cref="MemtiException"><see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.BadOption"/> for an ill-formed option after the question mark.</exception>
    public static IReadOnlyList<(string Name, string File)> Of(string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        string place = SourceText.Parse(source).Place;
        if (place.StartsWith(GeneratedSet.Prefix, StringComparison.Ordinal))
            return [];
        return [.. Find(place == FashionMnist.Name ? FashionMnist.Folder : place).OrderBy(static file => file.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Name, string File)> Find(string place)
    {
        if (Directory.Exists(place))
            return Named(place, Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories));
        string folder = Path.GetDirectoryName(place) is { Length: > 0 } parent ? parent : ".";
        return Directory.Exists(folder) ? Named(folder, Directory.EnumerateFiles(folder, Path.GetFileName(place) + "-*")) : [];
    }

    private static IEnumerable<(string Name, string File)> Named(string folder, IEnumerable<string> files) =>
        files.Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), file));
}
