using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Plugins;
using Memti.Documents.Names;
using Memti.Plugins.Codes;
using Memti.Plugins.Guarding;
using Memti.Plugins.Registry;

namespace Memti.Plugins.Catalog;

/// <summary>The host as models of plugins see it.</summary>
internal sealed class ModelHost(PluginCatalog catalog) : IModelHost
{
    /// <summary>Engines that have a package of their own, and its name.</summary>
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal) { ["torch"] = "Memti.Plugins.Torch" };

    public NetworkGraph ReadGraph(GraphRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Func<GraphRequest, NetworkGraph> read = catalog.Graphs ?? throw new InvalidOperationException("This host reads no graphs.");
        return HostServiceTimer.Spend(() => read(request));
    }

    public ITrainingEngine Engine(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        IReadOnlyDictionary<string, Registration<ITrainingEngine>> engines = catalog.Of(PluginContract.TrainingEngine);
        if (!engines.TryGetValue(name, out Registration<ITrainingEngine>? engine))
            throw Unknown(name, [.. engines.Keys]);
        return HostServiceTimer.Spend(() => new GuardedEngine(
            engine.Call(catalog.Guard, "the constructor", () => engine.Create(new object())), engine, catalog.Guard));
    }

    private static MemtiException Unknown(string name, string[] known)
    {
        bool isKnown = Packages.ContainsKey(name);
        string meant = !isKnown && NearestName.Question(name, [.. known, .. Packages.Keys]) is { } question ? question + " " : "";
        string offered = known.Length == 0 ? "none" : string.Join(", ", known);
        string wayOut = isKnown
            ? $"it is in the package {Packages[name]}: place its folder beside the host's plugins, or name it with --plugin-path"
            : "a plugin that offers one lies beside the host's plugins, or is named with --plugin-path";
        return new MemtiException(
            new Diagnostic(
                PluginCodes.UnknownEngine, $"no loaded plugin offers the engine '{name}'; {meant}loaded engines: {offered}; {wayOut}.")
            {
                Key = "engine",
                Value = name,
                Permitted = NearestName.Of(name, known) ?? offered,
            });
    }
}
