using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Arrays;
using Memti.Arrays.Cells;
using Memti.Arrays.Search;
using Memti.Plugins.Codes;
using Memti.Plugins.Finding;
using Memti.Plugins.Guarding;
using Memti.Plugins.Loading;
using Memti.Plugins.Registry;

namespace Memti.Plugins.Catalog;

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
    private readonly Dictionary<string, PluginLoader> _byId = new(StringComparer.Ordinal);
    private readonly ContractRegistries _registries = new();
    private readonly ProcessLibraries _processLibraries = new();
    private ArraySolver? _solver;

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

    /// <summary>Solves arrays of the loaded cells; keeps what it solved.</summary>
    public ArraySolver Solver => LazyInitializer.EnsureInitialized(ref _solver, () => new ArraySolver(name => Cells.Cell(name), cache));

    /// <summary>Reads networks for models as graphs; null when this host reads none.</summary>
    public Func<GraphRequest, NetworkGraph>? Graphs { get; init; }

    /// <summary>Groups that studies of plugins cannot have: the commands of the host. Default: none.</summary>
    public IReadOnlySet<string> ReservedGroups { get; init; } = new HashSet<string>();

    /// <summary>Memory technologies by kind, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Registration<IMemoryModel>> Memories => Of(PluginContract.Memory);

    /// <summary>Accelerators by kind, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Registration<IAccelerator>> Accelerators => Of(PluginContract.Accelerator);

    /// <summary>Neural network models by kind, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Registration<ModelFactory>> Models => Of(PluginContract.Model);

    /// <summary>Firmware policies by kind, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Registration<IFirmware>> Firmware => Of(PluginContract.Firmware);

    /// <summary>The contracts of scenarios, then others that a plugin offers a kind of.</summary>
    public IReadOnlyList<PluginContract> Contracts => _registries.Contracts;

    /// <summary>Studies for the command line, in the order of their plugins.</summary>
    public IEnumerable<StudyRegistration> Studies => _plugins.SelectMany(static plugin => plugin.Studies);

    /// <summary>Every kind, by contract and then in ordinal order.</summary>
    public IEnumerable<Registration> Registrations => _registries.All;

    /// <summary>The kinds of a contract by their name, in ordinal order.</summary>
    public IReadOnlyDictionary<string, Registration<TContract>> Of<TContract>(PluginContract<TContract> contract)
        where TContract : class =>
        _registries.Of(contract);

    /// <summary>The kinds of a contract, in ordinal order.</summary>
    public IEnumerable<Registration> Of(PluginContract contract) => _registries.Of(contract);

    /// <summary>A kind of a contract; null when no plugin offers it.</summary>
    public Registration? Find(PluginContract contract, string kind) => _registries.Find(contract, kind);

    /// <summary>Registers what the host itself offers. Call it before <see cref="AddFound"/>: what came first keeps its kinds.</summary>
    /// <exception cref="MemtiException">The id or a kind is taken, or a kind has no valid name.</exception>
    public void AddBuiltIn(string id, IMemtiPlugin plugin)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(plugin);
        RequireFreeId(id, file: null);
        var registry = new PluginRegistry(id, file: null, Host);
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
    /// can say. A file that claims a plugin's kind from elsewhere is a finding.
    /// </summary>
    public void AddCells(CellCatalog cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        Cells = cells;
        IReadOnlyDictionary<string, CellFile> alone =
            cells.DataOnlyKinds(Memories.ToDictionary(static memory => memory.Key, static memory => memory.Value.File));
        _diagnostics.AddRange(cells.Diagnostics);
        foreach ((string kind, CellFile file) in alone)
            Add(kind, file);
    }

    /// <summary>Forgets the plugins, and starts to unload them when they are unloadable.</summary>
    public void Dispose()
    {
        _plugins.Clear();
        _registries.Clear();
        foreach (PluginLoader loader in _loaders)
            loader.Dispose();
        _loaders.Clear();
        _byId.Clear();
    }

    private ModelHost Host => new(this);

    private void Add(PluginManifest manifest, CancellationToken cancellationToken)
    {
        try
        {
            RequireFreeId(manifest.Id, manifest.File);
            _processLibraries.Admit(manifest);
            var loader = PluginLoader.CreateFromAssemblyFile(manifest.FullPath, isUnloadable, LoadersOf(manifest.Dependencies));
            _loaders.Add(loader);
            Accept(Load(loader, manifest, cancellationToken));
            _byId.Add(manifest.Id, loader);
        }
        catch (MemtiException error)
        {
            _diagnostics.Add(error.Diagnostic with { File = error.Diagnostic.File ?? manifest.File });
        }
    }

    /// <summary>What the host itself offers has no loader, and shares the contract alone.</summary>
    private IEnumerable<PluginLoader> LoadersOf(IEnumerable<string> ids) =>
        ids.Select(id => _byId.GetValueOrDefault(id)).OfType<PluginLoader>();

    private void Add(string kind, CellFile file)
    {
        var plugin = new CellPlugin(kind, file.Cell.Name);
        var registry = new PluginRegistry(plugin.Id, file.File, Host);
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
            manifest.Id, manifest.File, "Register", () => PluginActivation.Run(loader, manifest, Host), cancellationToken));

    private static LoadedPlugin Loaded(string id, PluginManifest? manifest, PluginOffers offers) =>
        new(id, manifest, offers.Kinds) { Studies = offers.Studies };

    private void Accept(LoadedPlugin plugin)
    {
        foreach (Registration registration in plugin.Registrations)
            RequireFreeKind(registration, plugin.File);
        foreach (StudyRegistration study in plugin.Studies)
            RequireFreeStudy(study, plugin.File);
        foreach (Registration registration in plugin.Registrations)
            _registries.Add(registration);
        _plugins.Add(plugin);
    }

    private void RequireFreeId(string id, string? file)
    {
        if (_plugins.Find(plugin => plugin.Id == id) is { } other)
            throw Duplicate(file, $"plugin '{id}' is already there{At(other.File)}, which is used. Remove one of them.");
    }

    private void RequireFreeKind(Registration registration, string? file)
    {
        if (Find(registration.Contract, registration.Kind) is not { } other)
            return;
        string kind = $"{registration.Contract.Name} '{registration.Kind}'";
        string offered = $"which plugin '{other.PluginId}'{At(other.File)} offers too";
        throw Duplicate(file, $"plugin '{registration.PluginId}' offers {kind}, {offered}. Remove one of them.");
    }

    private void RequireFreeStudy(StudyRegistration study, string? file)
    {
        if (ReservedGroups.Contains(study.Group))
            throw Duplicate(
                file,
                $"plugin '{study.PluginId}' offers study '{study.Group} {study.Name}', and 'memti {study.Group}' is a command of the "
                    + "host. Give the group another name.");
        if (Studies.FirstOrDefault(other => other.Group == study.Group && other.Name == study.Name) is { } other)
            throw Duplicate(
                file,
                $"plugin '{study.PluginId}' offers study '{study.Group} {study.Name}', which plugin '{other.PluginId}'{At(other.File)} "
                    + "offers too. Remove one of them.");
    }

    private bool IsLoaded(string id) => _plugins.Exists(plugin => plugin.Id == id);

    private static string At(string? file) => file is null ? " in the host" : $" ({file})";

    private static MemtiException Duplicate(string? file, string message) =>
        new(new Diagnostic(PluginCodes.PluginDuplicate, message) { File = file });
}
