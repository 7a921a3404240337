using Memti.Abstractions;

namespace Memti.Hosting;

/// <summary>Finds a network by what a user calls it.</summary>
/// <param name="catalog">The plugins, whose models are networks too.</param>
public sealed class NetworkFinder(PluginCatalog catalog)
{
    private const string AnyTask = "cifar100";

    /// <summary>The network of a model kind with its defaults.</summary>
    /// <exception cref="MemtiException">Nothing has that name, or what it names cannot be read.</exception>
    public Network Find(string name, CancellationToken cancellationToken = default)
    {
        ModelRegistration model = catalog.Models[name];
        return catalog.Guard.Call(
            model.PluginId, model.File, "Build", () => model.Create(Activator.CreateInstance(model.OptionsType)!, [new TaskRequest(AnyTask)]).Build(0), cancellationToken);
    }
}
