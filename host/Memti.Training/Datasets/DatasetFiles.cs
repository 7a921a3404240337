using Memti.Abstractions.Diagnostics;
using Memti.Training.Datasets.Generated;
using Memti.Training.Datasets.Idx;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets;

/// <summary>Lists the files of a dataset, so that changes can be detected without reading images.</summary>
public static class DatasetFiles
{
    /// <summary>Files of a dataset with their relative names; folder names are class labels. Empty for generated or missing
    /// datasets.</summary>
    /// <param name="source">A form of <see cref="DatasetSource.Forms"/>.</param>
    /// <exception cref="MemtiException"><see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.BadOption"/>: an option after the
    /// question mark is malformed.</exception>
    public static IReadOnlyList<(string Name, string File)> Of(string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        string place = SourceText.Parse(source).Place;
        if (place.StartsWith(GeneratedSet.Prefix, StringComparison.Ordinal))
            return [];
        // The file system returns files in no fixed order; hashes over them need one.
        return [.. Find(place == FashionMnist.Name ? FashionMnist.Folder : place).OrderBy(
            static file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>True for a source that names a place for files; false for a set that is drawn, and for one that a package brings.</summary>
    /// <param name="source">A form of <see cref="DatasetSource.Forms"/>.</param>
    public static bool IsPlace(string source)
    {
        ArgumentException.ThrowIfNullOrEmpty(source);
        string place = SourceText.Parse(source).Place;
        return place != FashionMnist.Name && !place.StartsWith(GeneratedSet.Prefix, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, string File)> Find(string place)
    {
        if (Directory.Exists(place))
            return Named(place, Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories));
        string folder = Path.GetDirectoryName(place) is { Length: > 0 } parent ? parent : ".";
        return Directory.Exists(folder) ? Named(folder, Directory.EnumerateFiles(folder, Path.GetFileName(place) + "-*")) : [];
    }

    private static IEnumerable<(string Name, string File)> Named(string folder, IEnumerable<string> files) =>
        files
            .Select(file => (Name: Path.GetRelativePath(folder, file).Replace('\\', '/'), file))
            // A file manager that looks into a folder changes no dataset.
            .Where(static file => !FileManagerFile.IsIn(file.Name));
}
