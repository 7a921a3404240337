using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Plugins.Finding;
using Memti.Training.Datasets;
using Memti.Training.Weights.Requests;

namespace Memti.Training.Weights.Inputs;

/// <summary>Finds the inputs of a request without loading plugins or reading images.</summary>
public static class InputFiles
{
    /// <summary>All inputs that the request names, and the program with its plugins and cells.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.FileUnreadable"/>; <see cref="DiagnosticCode.BadOption"/> in the name of
    /// a dataset.</exception>
    public static IReadOnlyList<InputFile> Of(WeightRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Guard(() => (InputFile[])
        [
            .. Program(request),
            File(request, "scenario", request.Scenario),
            File(request, "backbone", request.Backbone),
            .. request.Tasks.Select(static task => task.Weights).OfType<string>().Select(weights => File(request, "weights", weights)),
            .. request.Tasks.SelectMany(task => Data(request, task)),
        ]);
    }

    /// <summary>Files that a scenario names: its calibration, and those of its components.</summary>
    /// <param name="request">The request.</param>
    /// <param name="names">The files, as seen from the folder of the request.</param>
    public static IReadOnlyList<InputFile> Beside(WeightRequest request, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Guard(
            () => (InputFile[])[.. names.Distinct().Order(StringComparer.Ordinal).Select(name => File(request, "scenario file", name))]);
    }

    /// <summary>
    /// True when the scenario or the overrides name files. A stamp says which files a scenario names, so that a build with nothing to do
    /// need not read it; a stamp that names others is not of this scenario, and must not make anyone read them.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="names">The files, as seen from the folder of the request.</param>
    public static bool AreNamed(WeightRequest request, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(names);
        if (names.Count == 0)
            return true;
        string scenario = request.At(request.Scenario);
        if (SourceFile.Read(scenario, out _) is not { } source)
            return false;
        string text = string.Join('\n', [source.Text, .. request.Overrides]);
        return names.All(name => Path.GetFileName(name) is { Length: > 0 } file && text.Contains(file, StringComparison.Ordinal));
    }

    /// <summary>Source of a task's dataset. A relative path is looked up in the data folder first.</summary>
    public static string Locate(WeightRequest request, string data)
    {
        ArgumentNullException.ThrowIfNull(request);
        string inside = request.At(Path.Combine(request.DataFolder ?? "", data));
        if (request.DataFolder is not null && !data.StartsWith("generated:", StringComparison.Ordinal) && DatasetFiles.Of(inside).Count > 0)
            return inside;
        return DatasetFiles.IsPlace(data) ? request.At(data) : data;
    }

    private static IEnumerable<InputFile> Program(WeightRequest request)
    {
        string home = AppContext.BaseDirectory;
        yield return new InputFile("tool", "memti", PluginContents.Sha256(home));
        foreach (string folder in new[] { PluginSearch.FolderName, PluginSearch.CellsFolderName }.Select(name => Path.Combine(home, name))
            .Where(Directory.Exists))
            yield return new InputFile("tool", Path.GetFileName(folder), Tree(folder));
        foreach (string path in request.PluginPath)
            yield return Plugin(request, path);
    }

    private static InputFile Plugin(WeightRequest request, string path)
    {
        string folder = request.At(path);
        return Directory.Exists(folder) ? new InputFile("plugin", Shown(path), Tree(folder)) : File(request, "plugin", path);
    }

    /// <summary>Files of a task's dataset. None for a generated one: the program is an input anyway, and the request names the
    /// dataset.</summary>
    private static IEnumerable<InputFile> Data(WeightRequest request, WeightTask task)
    {
        IReadOnlyList<(string Name, string File)> files = DatasetFiles.Of(Locate(request, task.Data));
        if (files.Count > 0)
            yield return new InputFile("data files", Shown(task.Data), FileHash.Of(files));
    }

    private static string Tree(string folder) =>
        FileHash.Of(
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(IsOfPlugins)
                .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), file)));

    // Other files, such as debug symbols, do not change what plugins and cells do.
    internal static bool IsOfPlugins(string file) =>
        file.EndsWith(".dll", StringComparison.Ordinal) || file.EndsWith(".yaml", StringComparison.Ordinal);

    private static InputFile File(WeightRequest request, string role, string name) =>
        new(role, Shown(name), FileHash.OrMissing(request.At(name)));

    /// <summary>A relative path unchanged; for an absolute path only the name, because results must not depend on the machine.</summary>
    internal static string Shown(string path) =>
        Path.IsPathRooted(path) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) : path.Replace('\\', '/');

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
