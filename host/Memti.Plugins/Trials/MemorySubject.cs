using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Documents.Parameters;
using Memti.Plugins.Catalog;
using Memti.Plugins.Codes;
using Memti.Plugins.Guarding;
using Memti.Plugins.Registry;
using Memti.Scenarios.Codes;

namespace Memti.Plugins.Trials;

/// <summary>A memory kind under test. Every call into it is guarded; one that did not return is not made a second time.</summary>
public sealed class MemorySubject
{
    private readonly PluginCatalog _catalog;
    private readonly Func<PluginCatalog> _load;
    private readonly WatchedArrays _arrays;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<MemoryTrial, MemoryFigures> _sized = [];
    private Diagnostic? _stuck;

    /// <summary>Names a kind to test.</summary>
    /// <param name="kind">A memory kind of the catalog.</param>
    /// <param name="catalog">The plugins that the laws use.</param>
    /// <param name="load">Loads the same plugins once more, unloadable; for laws about loading.</param>
    /// <param name="arrays">The solver that the memory is given.</param>
    /// <param name="cancellationToken">Ends the wait for the plugin.</param>
    public MemorySubject(
        string kind, PluginCatalog catalog, Func<PluginCatalog> load, IArraySolver arrays, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arrays);
        (Kind, _catalog, _load, _cancellationToken) = (kind, catalog, load, cancellationToken);
        _arrays = new WatchedArrays(arrays);
    }

    /// <summary>The word that a scenario uses.</summary>
    public string Kind { get; }

    /// <summary>Longest time of one call.</summary>
    public TimeSpan Limit => _catalog.Guard.Limit;

    /// <summary>Names of the cells that arrays were asked of so far, in ordinal order.</summary>
    internal IReadOnlyList<string> CellsAsked => _arrays.Cells;

    /// <summary>The cell of a name, as the memory would be given it.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.UnknownCell"/>.</exception>
    internal MemoryCell Cell(string name) => _arrays.Cell(name);

    /// <summary>The kind's keys.</summary>
    /// <exception cref="MemtiException">Its options class breaks the contract.</exception>
    public OptionsSchema Schema => Call(_catalog, "the options", static registration => OptionsSchema.Create(registration.OptionsType));

    /// <summary>Makes a model of the default options, and does something to the options before.</summary>
    internal void Make(Action<object> change) => Call(_catalog, "the constructor", registration =>
    {
        object options = TrialOptions.Of(registration.OptionsType, CapacityLadder.Trials[0]);
        change(options);
        return registration.Create(options);
    });

    /// <summary>Figures of a trial; a trial is sized once, by a model of its own.</summary>
    /// <exception cref="MemtiException">What the memory threw, or that it did not return.</exception>
    public MemoryFigures Size(MemoryTrial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        if (!_sized.TryGetValue(trial, out MemoryFigures? figures))
            _sized[trial] = figures = SizeAnew(trial);
        return figures;
    }

    /// <summary>Figures of a trial by a new model, whatever was sized before.</summary>
    /// <exception cref="MemtiException">What the memory threw, or that it did not return.</exception>
    public MemoryFigures SizeAnew(MemoryTrial trial) => SizeIn(_catalog, trial);

    /// <summary>Figures of trials by one model, one after the other; the options are those of the first.</summary>
    /// <exception cref="MemtiException">What the memory threw, or that it did not return.</exception>
    public IReadOnlyList<MemoryFigures> SizeInTurn(IReadOnlyList<MemoryTrial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return Call(_catalog, "Size", registration =>
        {
            IMemoryModel model = Make(registration, trials[0]);
            return trials.Select(trial => Ask(model, trial)).ToArray();
        });
    }

    /// <summary>Figures of trials by one model, all at the same time; the options are those of the first.</summary>
    /// <exception cref="MemtiException">What the memory threw, or that it did not return.</exception>
    public IReadOnlyList<MemoryFigures> SizeTogether(IReadOnlyList<MemoryTrial> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        return Call(_catalog, "Size", registration =>
        {
            IMemoryModel model = Make(registration, trials[0]);
            Task<MemoryFigures>[] calls = [.. trials.Select(trial => Task.Factory.StartNew(
                () => Ask(model, trial), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
            return Task.WhenAll(calls).GetAwaiter().GetResult();
        });
    }

    /// <summary>Loads the plugins once more.</summary>
    internal PluginCatalog LoadAnew() => _load();

    /// <summary>Figures of a trial by a model of another load of the plugins.</summary>
    /// <exception cref="MemtiException">What the memory threw, that it did not return, or that the kind is not there any more.</exception>
    internal MemoryFigures SizeIn(PluginCatalog catalog, MemoryTrial trial) =>
        Call(catalog, "Size", registration => Ask(Make(registration, trial), trial));

    /// <summary>Calls something of the kind, guarded.</summary>
    internal T Call<T>(PluginCatalog catalog, string what, Func<Registration<IMemoryModel>, T> call)
    {
        if (_stuck is not null)
            throw new MemtiException(_stuck with { Message = _stuck.Message + " It was not called again." });
        Registration<IMemoryModel> registration = RegistrationIn(catalog);
        try
        {
            return catalog.Guard.Call(registration.Target(what), () => call(registration), _cancellationToken);
        }
        catch (MemtiException error) when (error.Diagnostic.Code == PluginCodes.PluginTimedOut)
        {
            _stuck = error.Diagnostic;
            throw;
        }
    }

    /// <summary>Makes a model with the options of a trial. Plugin code: only within <see cref="Call{T}"/>.</summary>
    internal static IMemoryModel Make(Registration<IMemoryModel> registration, MemoryTrial trial) =>
        registration.Create(TrialOptions.Of(registration.OptionsType, trial));

    /// <summary>Asks a model for the figures of a trial. Plugin code: only within <see cref="Call{T}"/>.</summary>
    internal MemoryFigures Ask(IMemoryModel model, MemoryTrial trial) =>
        PluginAnswer.Whole(model.Size(new MemoryRequest([new ContentBlock(trial.Words, 8)], _arrays) { Memory = Kind }), "Size");

    private Registration<IMemoryModel> RegistrationIn(PluginCatalog catalog) =>
        catalog.Memories.TryGetValue(Kind, out Registration<IMemoryModel>? registration)
        ? registration
        : throw new MemtiException(
            ScenarioCodes.UnknownKind,
            $"kind '{Kind}' is not offered when the plugin is loaded once more: {string.Join(" ", catalog.Diagnostics)}");
}
