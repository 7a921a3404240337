using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Networks.Layers;
using Memti.Networks.Presets;
using Memti.Plugins.Catalog;
using Memti.Plugins.Registry;

namespace Memti.Runs.Networks;

/// <summary>Finds a network by what a user calls it: a model kind with its defaults, a network that ships, or a file.</summary>
/// <param name="plugins">The plugins, whose models are networks too.</param>
/// <param name="networks">The networks that ship.</param>
public sealed class NetworkFinder(PluginCatalog plugins, NetworkCatalog networks)
{
    private const int BitsOfFiles = 8;

    /// <summary>A task that the shipped models know; others have to be told how many classes it has.</summary>
    private static readonly TaskRequest AnyTask = new("cifar100", 100);

    /// <summary>The network of a name or a path.</summary>
    /// <exception cref="MemtiException">Nothing has that name, or what it names cannot be read or made.</exception>
    public Network Find(string nameOrPath, CancellationToken cancellationToken = default)
    {
        if (plugins.Models.TryGetValue(nameOrPath, out Registration<ModelFactory>? model))
            return plugins.Guard.Call(model.PluginId, model.File, "Build", () => Default(model), cancellationToken);
        NetworkTable table = networks.Read(nameOrPath);
        return new Network(table.Name, "", table.Layers) { SharedBits = BitsOfFiles, TaskBits = BitsOfFiles };
    }

    private static Network Default(Registration<ModelFactory> model) =>
        model.Create(Activator.CreateInstance(model.OptionsType)!)([AnyTask]).Build(0);
}
