using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Plugins.Loading;
using Memti.Training.Datasets;
using Memti.Training.Weights.Requests;

namespace Memti.Training.Weights.Inputs;

/// <summary>Finds what the results of a request depend on, without loading a plugin and without reading an image.</summary>
public static class InputFiles
{
    /// <summary>Everything that the request itself names, and the program with its plugins and cells.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.FileUnreadable"/>; <see cref="DiagnosticCode.BadOption"/> in the name of a set.</exception>
    public static IReadOnlyList<InputFile> Of(WeightRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Guard(() => (InputFile[])
        [
            .. Program(request.PluginPath),
            File("scenario", request.Scenario),
            File("backbone", request.Backbone),
            .. request.Tasks.Where(static task => task.Weights is not null).Select(static task => File("weights", task.Weights!)),
            .. request.Tasks.SelectMany(task => Data(request, task)),
        ]);
    }

    /// <summary>Files that are found while a scenario is read: calibration, cells, tables of layers.</summary>
    public static IReadOnlyList<InputFile> Beside(IEnumerable<string> files) => Guard(() => (InputFile[])[.. files.Distinct().Order(StringComparer.Ordinal).Select(static file => File("scenario file", file))]);

    /// <summary>The source of a task's images, with the folder of data before a relative path.</summary>
    public static string Locate(WeightRequest request, string data)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.DataFolder is not { } folder || data.StartsWith("generated:", StringComparison.Ordinal) || Path.IsPathRooted(data))
            return data;
        string inside = Path.Combine(folder, data);
        return DatasetFiles.Of(inside).Count > 0 ? inside : data;
    }

    private static IEnumerable<InputFile> Program(IReadOnlyList<string> pluginPath)
    {
        string home = AppContext.BaseDirectory;
        yield return new InputFile("tool", "memti", PluginContents.Sha256(home));
        foreach (string folder in new[] { PluginSearch.FolderName, PluginSearch.CellsFolderName }.Select(name => Path.Combine(home, name)).Where(Directory.Exists))
            yield return new InputFile("tool", Path.GetFileName(folder), Tree(folder));
        foreach (string path in pluginPath)
            yield return Directory.Exists(path) ? new InputFile("plugin", Shown(path), Tree(path)) : File("plugin", path);
    }

    /// <summary>The files of a task's images; none where they are drawn: the program is an input, and the request says which.</summary>
    private static IEnumerable<InputFile> Data(WeightRequest request, WeightTask task)
    {
        IReadOnlyList<(string Name, string File)> files = DatasetFiles.Of(Locate(request, task.Data));
        if (files.Count > 0)
            yield return new InputFile("data files", Shown(task.Data), FileHash.Of(files));
    }

    private static string Tree(string folder) =>
        FileHash.Of(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsOfPlugins).Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), file)));

    private static bool IsOfPlugins(string file) => file.EndsWith(".dll", StringComparison.Ordinal) || file.EndsWith(".yaml", StringComparison.Ordinal);

    private static InputFile File(string role, string path) => new(role, Shown(path), FileHash.OrMissing(path));

    /// <summary>A relative path as it is; of an absolute one, the name alone: results speak of no machine.</summary>
    internal static string Shown(string path) => Path.IsPathRooted(path) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) : path.Replace('\\', '/');

    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MemtiException(new Diagnostic(DiagnosticCode.FileUnreadable, $"an input cannot be read: {error.Message}"), error);
        }
    }
}
