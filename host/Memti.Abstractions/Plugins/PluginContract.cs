using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Processors;
using Memti.Abstractions.Supplies;

namespace Memti.Abstractions.Plugins;

/// <summary>What plugins can offer: an interface of this assembly under the name that messages use.</summary>
/// <remarks>
/// A new contract is its interface and one line here. The section of a scenario that takes such plugins names the contract.
/// </remarks>
/// <param name="Name">One word in lower case, such as <c>memory</c>.</param>
public abstract record PluginContract(string Name)
{
    private static readonly List<PluginContract> Contracts = [];

    /// <summary>A memory technology.</summary>
    public static PluginContract<IMemoryModel> Memory { get; } = Known<IMemoryModel>("memory");

    /// <summary>An accelerator.</summary>
    public static PluginContract<IAccelerator> Accelerator { get; } = Known<IAccelerator>("accelerator");

    /// <summary>A neural network, made for the tasks of a scenario.</summary>
    public static PluginContract<ModelFactory> Model { get; } = Known<ModelFactory>("model");

    /// <summary>A power and task policy.</summary>
    public static PluginContract<IFirmware> Firmware { get; } = Known<IFirmware>("firmware");

    /// <summary>A processor that executes firmware from memory.</summary>
    public static PluginContract<IProcessor> Processor { get; } = Known<IProcessor>("processor");

    /// <summary>A training engine: models ask for it by its kind, and it has no section in a scenario.</summary>
    public static PluginContract<ITrainingEngine> TrainingEngine { get; } = new("engine");

    /// <summary>A part of the supply: a source, a converter or a storage.</summary>
    public static PluginContract<ISupply> Supply { get; } = Known<ISupply>("supply");

    /// <summary>The contracts that scenarios use, in the order in which they are listed.</summary>
    public static IReadOnlyList<PluginContract> All => Contracts;

    /// <inheritdoc />
    public sealed override string ToString() => Name;

    private static PluginContract<TContract> Known<TContract>(string name)
        where TContract : class
    {
        var contract = new PluginContract<TContract>(name);
        Contracts.Add(contract);
        return contract;
    }
}

/// <summary>A contract with the type that plugins implement.</summary>
/// <typeparam name="TContract">What a plugin makes from the options of one component.</typeparam>
/// <param name="Name">One word in lower case, such as <c>memory</c>.</param>
public sealed record PluginContract<TContract>(string Name) : PluginContract(Name)
    where TContract : class;
