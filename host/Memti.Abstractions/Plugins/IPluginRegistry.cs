using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Processors;
using Memti.Abstractions.Studies;
using Memti.Abstractions.Supplies;

namespace Memti.Abstractions.Plugins;

/// <summary>
/// Registers what a plugin offers. A kind is the word in a scenario (<c>kind: rram</c>). Its options class is its schema: each public
/// settable property with a <see cref="ParameterAttribute"/> is a key, and its initial value is the default.
/// </summary>
public interface IPluginRegistry
{
    /// <summary>Offers a kind of any contract.</summary>
    /// <param name="contract">What the kind is.</param>
    /// <param name="kind">Lower case letters, digits and hyphens.</param>
    /// <param name="create">Makes one from the options of one component.</param>
    void Add<TOptions, TContract>(PluginContract<TContract> contract, string kind, Func<TOptions, TContract> create)
        where TOptions : class, new()
        where TContract : class;

    /// <summary>Registers a memory technology.</summary>
    /// <param name="kind">Lower-case letters, digits and hyphens.</param>
    /// <param name="create">Creates a model from the options of one memory.</param>
    void AddMemory<TOptions>(string kind, Func<TOptions, IMemoryModel> create)
        where TOptions : class, new() =>
        Add(PluginContract.Memory, kind, create);

    /// <summary>Registers an accelerator.</summary>
    void AddAccelerator<TOptions>(string kind, Func<TOptions, IAccelerator> create)
        where TOptions : class, new() =>
        Add(PluginContract.Accelerator, kind, create);

    /// <summary>Registers a neural network model.</summary>
    /// <param name="kind">Lower-case letters, digits and hyphens.</param>
    /// <param name="create">Creates a model from its options and the tasks of the scenario.</param>
    void AddModel<TOptions>(string kind, Func<TOptions, IReadOnlyList<TaskRequest>, IModel> create)
        where TOptions : class, new();

    /// <summary>Registers a neural network model that asks its host for networks or engines.</summary>
    /// <param name="kind">Lower-case letters, digits and hyphens.</param>
    /// <param name="create">Creates a model from its options, the tasks of the scenario and the host.</param>
    void AddModel<TOptions>(string kind, Func<TOptions, IReadOnlyList<TaskRequest>, IModelHost, IModel> create)
        where TOptions : class, new();

    /// <summary>Registers a training engine.</summary>
    /// <param name="kind">Its name: lower-case letters, digits and hyphens.</param>
    /// <param name="create">Creates the engine. The first call of one of its members may load libraries, not this.</param>
    void AddTrainingEngine(string kind, Func<ITrainingEngine> create) =>
        Add<object, ITrainingEngine>(PluginContract.TrainingEngine, kind, _ => create());

    /// <summary>Registers a firmware policy.</summary>
    void AddFirmware<TOptions>(string kind, Func<TOptions, IFirmware> create)
        where TOptions : class, new() =>
        Add(PluginContract.Firmware, kind, create);

    /// <summary>Registers a processor.</summary>
    void AddProcessor<TOptions>(string kind, Func<TOptions, IProcessor> create)
        where TOptions : class, new() =>
        Add(PluginContract.Processor, kind, create);

    /// <summary>Registers a part of the supply: a source, a converter or a storage.</summary>
    void AddSupply<TOptions>(string kind, Func<TOptions, ISupply> create)
        where TOptions : class, new() =>
        Add(PluginContract.Supply, kind, create);

    /// <summary>Registers a study of a network for the command line, <c>memti group name network</c>. The keys of its options become
    /// <c>--key value</c>.</summary>
    /// <param name="group">First word: lower-case letters, digits and hyphens, different from all commands of the host.</param>
    /// <param name="name">Second word, in the same form.</param>
    /// <param name="summary">Purpose and examples, for the help.</param>
    /// <param name="run">Computes the result from options and a network. Pure: equal inputs give equal results.</param>
    void AddStudy<TOptions>(string group, string name, string summary, Func<TOptions, Network, StudyResult> run)
        where TOptions : class, new();
}
