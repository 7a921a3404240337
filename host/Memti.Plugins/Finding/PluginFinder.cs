using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Arrays.Cells;
using Memti.Plugins.Codes;

namespace Memti.Plugins.Finding;

/// <summary>One search for plugins: walks the folders, reads what lies there and collects what is wrong.</summary>
internal sealed class PluginFinder
{
    private readonly SortedDictionary<string, PluginManifest> _found = new(StringComparer.Ordinal);
    private readonly List<PluginManifest> _shipped = [];
    private readonly List<Diagnostic> _diagnostics = [];

    public PluginScan Find(PluginSearch search)
    {
        if (search.HostFolder is { } folder && Directory.Exists(folder))
            Within(new PluginFile(Path.GetFullPath(folder), PluginSearch.FolderName), AddHostFolder);
        _shipped.AddRange(_found.Values);
        foreach (string path in search.Paths)
            AddPath(path);
        // What ships comes first, wherever it lies, and so keeps its ids and kinds whatever a user adds.
        IEnumerable<PluginManifest> added = _found.Values.Except(_shipped);
        return new PluginScan(OnePerId([.. _shipped.Concat(added).Where(Fits)]), _diagnostics);
    }

    // A stray assembly among the plugins' folders must not hide them.
    private void AddHostFolder(PluginFile root)
    {
        if (root.Assemblies().Count > 0)
            AddFolder(root);
        AddFolders(root.Folders());
    }

    private void AddPath(string path)
    {
        if (File.Exists(path) && CellFile.IsCell(path))
            return; // a technology in one data file: the cells are collected apart
        if (File.Exists(path))
            AddAssemblies(PluginFile.FromUser(path), [PluginFile.FromUser(path)]);
        else if (Directory.Exists(path))
            Within(PluginFile.FromUser(path), AddUserFolder);
        else
            Report(PluginCodes.PluginPathMissing, path, "there is no such file or folder.");
    }

    // The subfolders of a plugin's own folder hold its languages and native libraries, not plugins.
    private void AddUserFolder(PluginFile folder)
    {
        IReadOnlyList<PluginFile> folders = folder.Folders();
        if (folder.Assemblies().Count > 0 || folders.Count == 0)
            AddFolder(folder);
        else
            AddFolders(folders);
    }

    private void AddFolders(IReadOnlyList<PluginFile> folders)
    {
        foreach (PluginFile folder in folders)
            Within(folder, AddFolder);
    }

    // A folder may hold a technology that is data alone.
    private void AddFolder(PluginFile folder)
    {
        IReadOnlyList<PluginFile> assemblies = folder.Assemblies();
        if (assemblies.Count > 0 || folder.Cells().Count == 0)
            AddAssemblies(folder, assemblies);
    }

    private void Within(PluginFile folder, Action<PluginFile> add)
    {
        try
        {
            add(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Report(PluginCodes.PluginUnreadable, folder.Shown, $"the folder cannot be read. {error.Message}");
        }
    }

    // Beside a plugin, a file that cannot be read is a private or native library, and the plugin will say so if it needs it.
    private void AddAssemblies(PluginFile place, IReadOnlyList<PluginFile> files)
    {
        var unreadable = new List<Diagnostic>();
        List<PluginManifest> declared = [.. files.Select(file => Read(file, unreadable)).OfType<PluginManifest>()];
        foreach (PluginManifest manifest in declared)
            _found.TryAdd(manifest.FullPath, manifest);
        _diagnostics.AddRange(unreadable.Where(finding => declared.Count == 0 || finding.Code != PluginCodes.PluginUnreadable));
        if (declared.Count == 0 && unreadable.Count == 0)
            ReportUndeclared(place);
    }

    private static PluginManifest? Read(PluginFile file, List<Diagnostic> unreadable)
    {
        try
        {
            return PluginManifestReader.Read(file);
        }
        catch (MemtiException error)
        {
            unreadable.Add(error.Diagnostic);
            return null;
        }
    }

    private void ReportUndeclared(PluginFile place) => Report(
        PluginCodes.PluginUndeclared,
        place.Shown,
        "no plugin is declared here: no assembly has [assembly: MemtiPlugin(...)].",
        Severity.Warning);

    private List<PluginManifest> OnePerId(IReadOnlyList<PluginManifest> manifests)
    {
        var byId = new Dictionary<string, PluginManifest>(StringComparer.Ordinal);
        foreach (PluginManifest manifest in manifests)
            if (!byId.TryAdd(manifest.Id, manifest))
                Report(
                    PluginCodes.PluginDuplicate,
                    manifest.File,
                    $"plugin '{manifest.Id}' is already there as {byId[manifest.Id].File}, which is used. Remove one of them.");
        return [.. manifests.Where(manifest => ReferenceEquals(byId[manifest.Id], manifest))];
    }

    private bool Fits(PluginManifest manifest)
    {
        if (manifest.Contract == ContractVersion.Current)
            return true;
        Report(
            PluginCodes.PluginContract,
            manifest.File,
            $"plugin '{manifest.Id}' needs contract {manifest.Contract}; this host offers {ContractVersion.Current}. Rebuild it.");
        return false;
    }

    private void Report(string code, string file, string message, Severity severity = Severity.Error) =>
        _diagnostics.Add(new Diagnostic(code, message) { File = file, Severity = severity });
}
