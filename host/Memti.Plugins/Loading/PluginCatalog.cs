using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Arrays;
using Memti.Arrays.Cells;
using Memti.Arrays.Search;

namespace Memti.Plugins.Loading;

/// <summary>
/// The plugins of one host and what they offer. A plugin that fails is left out whole and becomes a finding; neither the host nor another
/// plugin suffers from it.
/// </summary>
/// <param name="guard">Sets the time limit of every call into a plugin.</param>
/// <param name="isUnloadable">True when <see cref="Dispose"/> shall unload the plugins, at some cost in speed.</param>
/// <param name="cache">Solved arrays of earlier runs; null for none.</param>
public sealed class PluginCatalog(PluginGuard guard, bool isUnloadable = false, IBankCache? cache = null) : IDisposable
{
    private readonly List<LoadedPlugin> _plugins = [];
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<PluginLoader> _loaders = [];
    private ArraySolver? _solver;
    private readonly SortedDictionary<string, MemoryRegistration> _memories = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, AcceleratorRegistration> _accelerators = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ModelRegistration> _models = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, FirmwareRegistration> _firmware = new(StringComparer.Ordinal);

    /// <summary>Through which the host calls what the plugins made.</summary>
    public PluginGuard Guard { get; } = guard ?? throw new ArgumentNullException(nameof(guard));

    /// <summary>The plugins whose registrations are in force, in the order in which they registered.</summary>
    public IReadOnlyList<LoadedPlugin> Plugins => _plugins;

    /// <summary>What was found and cannot be used, and why.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>The cells that memories are built of.</summary>
    public CellCatalog Cells { get; private set; } = CellCatalog.Empty;

    /// <summary>Solves arrays of those cells; remembers what it has solved.</summary>
    public IArraySolver Arrays => new ArrayService(Solver);

    public ArraySolver Solver => LazyInitializer.EnsureInitialized(ref _solver, () => new ArraySolver(name => Cells.Cell(name), cache));

    /// <summary>Memory technologies by kind, in ordinal order.</summary>
    public IReadOnlyDictionary<string, MemoryRegistration> Memories => _memories;

    /// <summary>Accelerators by kind, in ordinal order.</summary>
    public IReadOnlyDictionary<string, AcceleratorRegistration> Accelerators => _accelerators;

    /// <summary>Neural network models by kind, in ordinal order.</summary>
    public IReadOnlyDictionary<string, ModelRegistration> Models => _models;

    /// <summary>Firmware policies by kind, in ordinal order.</summary>
    public IReadOnlyDictionary<string, FirmwareRegistration> Firmware => _firmware;

    /// <summary>Studies for the command line, in the order of their plugins.</summary>
    public IEnumerable<StudyRegistration> Studies => _plugins.SelectMany(static plugin => plugin.Studies);

    /// <summary>Every kind of every category: memories, accelerators, models, firmware; each in ordinal order.</summary>
    public IEnumerable<Registration> Registrations =>
        [.. _memories.Values, .. _accelerators.Values, .. _models.Values, .. _firmware.Values];

    /// <summary>Registers what the host itself offers. Call it before <see cref="AddFound"/>: what came first keeps its kinds.</summary>
    /// <exception cref="MemtiException">The id or a kind is taken, or a kind has no valid name.</exception>
    public void AddBuiltIn(string id, IMemtiPlugin plugin)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(plugin);
        RequireFreeId(id, file: null);
        var registry = new PluginRegistry(id, file: null);
        plugin.Register(registry);
        Accept(Loaded(id, null, registry.Close()));
    }

    /// <summary>
    /// Finds plugins, orders them by what they need, loads them and lets them register; then takes in the cells found beside them. Call it
    /// once, after the built-in plugins.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void AddFound(PluginSearch search, CancellationToken cancellationToken = default)
    {
        PluginScan scan = PluginManifestReader.Find(search);
        _diagnostics.AddRange(scan.Diagnostics);
        foreach (PluginManifest manifest in PluginOrder.Sort(scan.Manifests, _plugins.Select(static plugin => plugin.Id), _diagnostics))
            if (manifest.Dependencies.FirstOrDefault(id => !IsLoaded(id)) is { } needed)
                _diagnostics.Add(PluginOrder.Missing(manifest, needed));
            else
                Add(manifest, cancellationToken);
        AddCells(CellCatalog.Find(search));
    }

    /// <summary>
    /// Takes in cells, and registers the kinds that their files offer and no plugin does: a plugin knows more of its technology than a cell
    /// can say.
    /// </summary>
    public void AddCells(CellCatalog cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        Cells = cells;
        _diagnostics.AddRange(cells.Diagnostics);
        foreach ((string kind, CellFile file) in cells.DataOnlyKinds(_memories.Keys))
            Add(kind, file);
    }

    /// <summary>Forgets the plugins, and starts to unload them when they are unloadable.</summary>
    public void Dispose()
    {
        _plugins.Clear();
        _memories.Clear();
        _accelerators.Clear();
        _models.Clear();
        _firmware.Clear();
        foreach (PluginLoader loader in _loaders)
            loader.Dispose();
        _loaders.Clear();
    }

    private void Add(PluginManifest manifest, CancellationToken cancellationToken)
    {
        var loader = PluginLoader.CreateFromAssemblyFile(manifest.FullPath, isUnloadable);
        _loaders.Add(loader);
        try
        {
            RequireFreeId(manifest.Id, manifest.File);
            Accept(Load(loader, manifest, cancellationToken));
        }
        catch (MemtiException error)
        {
            _diagnostics.Add(error.Diagnostic with { File = error.Diagnostic.File ?? manifest.File });
        }
    }

    private void Add(string kind, CellFile file)
    {
        var plugin = new CellPlugin(kind, file.Cell.Name);
        var registry = new PluginRegistry(plugin.Id, file.File);
        try
        {
            RequireFreeId(plugin.Id, file.File);
            plugin.Register(registry);
            Accept(Loaded(plugin.Id, null, registry.Close()) with { File = file.File });
        }
        catch (MemtiException error)
        {
            _diagnostics.Add(error.Diagnostic with { File = error.Diagnostic.File ?? file.File });
        }
    }

    private LoadedPlugin Load(PluginLoader loader, PluginManifest manifest, CancellationToken cancellationToken) =>
        Loaded(manifest.Id, manifest, Guard.Call(
            manifest.Id, manifest.File, "Register", () => PluginActivation.Run(loader, manifest), cancellationToken));

    private static LoadedPlugin Loaded(string id, PluginManifest? manifest, PluginOffers offers) => new(id, manifest, offers.Kinds) { Studies = offers.Studies };

    private void Accept(LoadedPlugin plugin)
    {
        foreach (Registration registration in plugin.Registrations)
            RequireFreeKind(registration, plugin.File);
        foreach (StudyRegistration study in plugin.Studies)
            RequireFreeStudy(study, plugin.File);
        foreach (Registration registration in plugin.Registrations)
            Put(registration);
        _plugins.Add(plugin);
    }

    private void Put(Registration registration)
    {
        switch (registration)
        {
            case MemoryRegistration memory: _memories.Add(memory.Kind, memory); break;
            case AcceleratorRegistration accelerator: _accelerators.Add(accelerator.Kind, accelerator); break;
            case ModelRegistration model: _models.Add(model.Kind, model); break;
            case FirmwareRegistration firmware: _firmware.Add(firmware.Kind, firmware); break;
        }
    }

    private void RequireFreeId(string id, string? file)
    {
        if (_plugins.Find(plugin => plugin.Id == id) is { } other)
            throw Duplicate(file, $"plugin '{id}' is already there{At(other.File)}, which is used. Remove one of them.");
    }

    private void RequireFreeKind(Registration registration, string? file)
    {
        if (Registrations.FirstOrDefault(other => IsSame(other, registration)) is not { } other)
            return;
        string kind = $"{registration.Category.ToString().ToLowerInvariant()} '{registration.Kind}'";
        string offered = $"which plugin '{other.PluginId}'{At(other.File)} offers too";
        throw Duplicate(file, $"plugin '{registration.PluginId}' offers {kind}, {offered}. Remove one of them.");
    }

    private void RequireFreeStudy(StudyRegistration study, string? file)
    {
        if (Studies.FirstOrDefault(other => other.Group == study.Group && other.Name == study.Name) is { } other)
            throw Duplicate(file, $"plugin '{study.PluginId}' offers study '{study.Group} {study.Name}', which plugin '{other.PluginId}'{At(other.File)} offers too. Remove one of them.");
    }

    private bool IsLoaded(string id) => _plugins.Exists(plugin => plugin.Id == id);

    private static bool IsSame(Registration one, Registration other) => one.Category == other.Category && one.Kind == other.Kind;

    private static string At(string? file) => file is null ? " in the host" : $" ({file})";

    private static MemtiException Duplicate(string? file, string message) =>
        new(new Diagnostic(DiagnosticCode.PluginDuplicate, message) { File = file });
}
