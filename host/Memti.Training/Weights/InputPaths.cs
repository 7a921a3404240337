using Memti.Training.Datasets;
using Memti.Training.Weights.Inputs;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Requests;
using Memti.Training.Weights.Stages;

namespace Memti.Training.Weights;

/// <summary>The files that a finished build has read, for tools that compare times, such as Make.</summary>
public static class InputPaths
{
    /// <summary>Files, as seen from the working directory, sorted. Folders of pictures and plugins are among them, because a new file in
    /// a folder changes the folder's time alone.</summary>
    /// <param name="build">A build whose stages are done.</param>
    public static IReadOnlyList<string> Of(WeightBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        WeightRequest request = build.Request;
        IReadOnlyList<string> beside = StageStamp.Read(new StageFiles(request).Stamp(RetrainStage.Name))?.Beside ?? [];
        string[] found =
        [
            .. request.Tasks.SelectMany(task => DatasetFiles.Of(InputFiles.Locate(request, task.Data))).Select(static file => file.File),
            .. request.PluginPath.SelectMany(path => Tree(request.At(path))),
        ];
        string[] named =
        [
            request.At(request.Scenario),
            request.At(request.Backbone),
            .. request.Tasks.Select(static task => task.Weights).OfType<string>().Select(request.At),
            .. beside.Select(request.At),
        ];
        IEnumerable<string> folders = found.Select(static file => Path.GetDirectoryName(Path.GetFullPath(file))!);
        return [.. named.Concat(found).Concat(folders).Select(Seen).Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Tree(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(InputFiles.IsOfPlugins) : [path];

    private static string Seen(string path) => Path.GetRelativePath(Environment.CurrentDirectory, Path.GetFullPath(path));
}
