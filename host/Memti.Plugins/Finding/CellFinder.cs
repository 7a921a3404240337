using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Cells;

namespace Memti.Plugins.Finding;

/// <summary>Walks the folders of a search for cell files, in the order in which the first of two with one name wins.</summary>
internal sealed class CellFinder(List<Diagnostic> diagnostics)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The cell files of the host's plugins, then of its folder of cells, then of what the user gave; each once.</summary>
    public IReadOnlyList<PluginFile> Find(PluginSearch search)
    {
        List<PluginFile> files = [];
        if (search.HostFolder is { } plugins && Directory.Exists(plugins))
            AddFolder(new PluginFile(Path.GetFullPath(plugins), PluginSearch.FolderName), files);
        if (search.CellsFolder is { } cells && Directory.Exists(cells))
            AddFolder(new PluginFile(Path.GetFullPath(cells), PluginSearch.CellsFolderName), files);
        foreach (string path in search.Paths)
            AddPath(path, files);
        return [.. files.Where(file => _known.Add(file.FullPath))];
    }

    // A path that is not there is a finding of the plugins, which have the same paths.
    private void AddPath(string path, List<PluginFile> files)
    {
        if (Directory.Exists(path))
            AddFolder(PluginFile.FromUser(path), files);
        else if (File.Exists(path) && CellFile.IsCell(path))
            files.Add(PluginFile.FromUser(path));
    }

    private void AddFolder(PluginFile folder, List<PluginFile> files)
    {
        try
        {
            files.AddRange(folder.Cells());
            foreach (PluginFile below in folder.Folders())
                files.AddRange(below.Cells());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            string text = $"the folder cannot be read for cell files. {error.Message}";
            diagnostics.Add(new Diagnostic(DiagnosticCode.FileUnreadable, text) { File = folder.Shown });
        }
    }
}
