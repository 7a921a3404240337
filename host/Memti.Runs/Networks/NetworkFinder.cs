using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Networks.Codes;
using Memti.Networks.Inputs;
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
    /// <param name="nameOrPath">The name or path.</param>
    /// <param name="inputs">What is said of the inputs of an ONNX graph; null for nothing.</param>
    /// <param name="warn">Takes warnings about a file; null to drop them.</param>
    /// <param name="cancellationToken">Cancels a call into a plugin.</param>
    /// <exception cref="MemtiException">Nothing has that name, what it names cannot be read or made, or it takes no inputs.</exception>
    public Network Find(
        string nameOrPath,
        NetworkInputs? inputs = null,
        Action<IReadOnlyList<Diagnostic>>? warn = null,
        CancellationToken cancellationToken = default)
    {
        if (inputs is { AreStated: true } && plugins.Models.ContainsKey(nameOrPath))
            throw NoInputs(nameOrPath);
        if (plugins.Models.TryGetValue(nameOrPath, out Registration<ModelFactory>? model))
            return model.Call(plugins.Guard, "Build", () => Default(model), cancellationToken);
        NetworkTable table = networks.Read(nameOrPath, inputs);
        warn?.Invoke(table.Warnings);
        return new Network(table.Name, "", table.Layers) { SharedBits = BitsOfFiles, TaskBits = BitsOfFiles };
    }

    private static MemtiException NoInputs(string kind)
    {
        const string Permitted = "leave them out: a model kind knows its shapes";
        return new(
            new Diagnostic(
                NetworkCodes.OnnxInput, $"'{kind}' is a model kind, which takes no batch and no shapes of inputs; permitted: {Permitted}.")
            {
                Value = kind,
                Permitted = Permitted,
            });
    }

    private static Network Default(Registration<ModelFactory> model) =>
        model.Create(Activator.CreateInstance(model.OptionsType)!)([AnyTask]).Build(0);
}
