namespace Memti.Training.Datasets.Sources;

/// <summary>What lies in the folder of a dataset and is not used.</summary>
internal sealed class UnusedFiles(string root)
{
    private const int Named = 3;

    private readonly List<string> _entries = [];

    /// <summary>One phrase for each place, in the order of reading.</summary>
    public IReadOnlyList<string> Entries => _entries;

    /// <summary>Adds files of one folder, the first ones by name.</summary>
    /// <param name="files">Paths of files in one folder; none adds nothing.</param>
    /// <param name="why">Why they are not used, as <c>no pictures</c>.</param>
    public void Add(IEnumerable<string> files, string why)
    {
        string[] all = [.. files];
        if (all.Length == 0)
            return;
        string names = string.Join(", ", all.Take(Named).Select(Path.GetFileName));
        string more = all.Length > Named ? $" and {all.Length - Named} more" : "";
        _entries.Add($"{Shown(Path.GetDirectoryName(all[0])!)}{names}{more} ({why})");
    }

    /// <summary>Adds a folder with all that it holds.</summary>
    public void AddFolder(string folder, string why) => _entries.Add($"{Shown(folder)} ({why})");

    private string Shown(string folder) =>
        Path.GetRelativePath(root, folder) is var inside && inside == "." ? "" : inside.Replace('\\', '/') + '/';
}
