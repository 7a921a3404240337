using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Cells;
using Memti.Arrays.Codes;
using Memti.Documents.Names;
using Memti.Plugins.Finding;

namespace Memti.Plugins.Catalog;

/// <summary>
/// The cells of one host, by name. A cell file that is wrong, or whose name is taken, is left out and becomes a finding; the others stay.
/// Two files with the same bytes are one.
/// </summary>
public sealed class CellCatalog
{
    private readonly SortedDictionary<string, CellFile> _cells = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CellFile> _defaults = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _diagnostics = [];

    private CellCatalog()
    {
    }

    /// <summary>No cells.</summary>
    public static CellCatalog Empty { get; } = new();

    /// <summary>The cells in ordinal order of their names.</summary>
    public IReadOnlyCollection<CellFile> Cells => _cells.Values;

    /// <summary>The default cell of each memory kind that a cell file offers, in ordinal order of the kinds.</summary>
    public IReadOnlyDictionary<string, CellFile> Defaults => _defaults;

    /// <summary>What was found and cannot be used, and why.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Finds and reads the cell files of the plugins' folders, of the folder of cells, and of the user's paths.</summary>
    public static CellCatalog Find(PluginSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        CellCatalog catalog = new();
        foreach (PluginFile file in new CellFinder(catalog._diagnostics).Find(search))
            catalog.Add(CellReader.ReadFile(file.FullPath, file.Shown));
        return catalog;
    }

    /// <summary>Settles who offers a kind that a plugin's class and a cell file claim. The class does. The cell is its default cell where
    /// it lies beside the plugin, and a finding elsewhere.</summary>
    /// <param name="classes">The kinds of memories that classes of plugins offer, with the assembly of each as messages name it; null for
    /// the host.</param>
    /// <returns>The kinds that cell files alone offer, with their default cells.</returns>
    public IReadOnlyDictionary<string, CellFile> DataOnlyKinds(IReadOnlyDictionary<string, string?> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        SortedDictionary<string, CellFile> alone = new(StringComparer.Ordinal);
        foreach ((string kind, CellFile file) in _defaults.ToArray())
            if (!classes.TryGetValue(kind, out string? assembly))
                alone.Add(kind, file);
            else if (FolderOf(assembly) != FolderOf(file.File))
            {
                _defaults.Remove(kind);
                string by = assembly is null ? "a class of the host" : $"the class of a plugin ({assembly})";
                Report(file, "offers", kind, $"{by} offers memory kind '{kind}' already, and is used. Take `offers` out of the cell.");
            }

        return alone;
    }

    /// <summary>The cell of a name such as <c>rram-1t1r-53f2</c>, of a kind's default such as <c>rram</c>, or of a cell file.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.UnknownCell"/> with the cells that are known, or the first finding of
    /// the file.</exception>
    public MemoryCell Cell(string nameOrPath) => File(nameOrPath).Cell;

    /// <summary>Like <see cref="Cell"/>, with the file that the cell stands in.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.UnknownCell"/> with the cells that are known, or the first finding of
    /// the file.</exception>
    public CellFile File(string nameOrPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrPath);
        if (_cells.TryGetValue(nameOrPath, out CellFile? named) || _defaults.TryGetValue(nameOrPath, out named))
            return named;
        return nameOrPath.EndsWith(".yaml", StringComparison.Ordinal) || System.IO.File.Exists(nameOrPath)
            ? Read(nameOrPath)
            : throw Unknown(nameOrPath);
    }

    private static CellFile Read(string path)
    {
        CellResult result = CellReader.ReadFile(path);
        if (result.File is { } file)
            return file;
        Diagnostic first = result.Findings.First(static finding => finding.Severity == Severity.Error);
        string more = result.Findings.Count == 1
            ? ""
            : FormattableString.Invariant($" {result.Findings.Count - 1} more: memti validate lists them.");
        throw new MemtiException(first with { Message = first.Message + more });
    }

    private MemtiException Unknown(string name)
    {
        string[] names = [.. _cells.Keys.Concat(_defaults.Keys).Distinct()];
        string known = string.Join(", ", names);
        string meant = NearestName.Question(name, names) is { } question ? question + " " : "";
        string hint = name.EndsWith(".cell", StringComparison.Ordinal)
            ? $"memti import-cell {name} makes a cell file of it"
            : $"{meant}known: {(known.Length == 0 ? "none" : known)}, or the path of a *{CellFile.Extension}";
        string permitted = NearestName.Of(name, names) ?? known;
        return new MemtiException(
            new Diagnostic(DiagnosticCode.UnknownCell, $"there is no cell '{name}'; {hint}.") { Value = name, Permitted = permitted });
    }

    private static string FolderOf(string? shown) => shown is null ? "" : shown[..(shown.LastIndexOf('/') + 1)];

    private void Add(CellResult result)
    {
        _diagnostics.AddRange(result.Findings);
        if (result.File is not { } file || IsTaken(file))
            return;
        _cells.Add(file.Cell.Name, file);
        if (file.Offers is { } kind && !_defaults.TryAdd(kind, file))
            Report(
                file,
                "offers",
                kind,
                $"{_defaults[kind].File} offers memory kind '{kind}' already, and is used. Take `offers` out of one of them.");
    }

    private bool IsTaken(CellFile file)
    {
        if (!_cells.TryGetValue(file.Cell.Name, out CellFile? other))
            return false;
        if (other.Sha256 != file.Sha256)
            Report(file, "name", file.Cell.Name, $"{other.File} has a cell '{file.Cell.Name}' already, which is used. Rename one of them.");
        return true;
    }

    private void Report(CellFile file, string key, string value, string message) =>
        _diagnostics.Add(new Diagnostic(CellCodes.CellDuplicate, message) { File = file.File, Key = key, Value = value });
}
