using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Studies;

namespace Memti.Abstractions.Plugins;

/// <summary>
/// Where a plugin says what it offers. A kind is the word that a scenario uses (<c>kind: rram</c>); its options class is its schema:
/// each public settable property with a <see cref="ParameterAttribute"/> is a key, its initial value the default.
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

    /// <summary>Offers a memory technology.</summary>
    /// <param name="kind">Lower case letters, digits and hyphens.</param>
    /// <param name="create">Makes a model from the options of one memory.</param>
    void AddMemory<TOptions>(string kind, Func<TOptions, IMemoryModel> create)
        where TOptions : class, new() =>
        Add(PluginContract.Memory, kind, create);

    /// <summary>Offers an accelerator.</summary>
    void AddAccelerator<TOptions>(string kind, Func<TOptions, IAccelerator> create)
        where TOptions : class, new() =>
        Add(PluginContract.Accelerator, kind, create);

    /// <summary>Offers a neural network model.</summary>
    /// <param name="kind">Lower case letters, digits and hyphens.</param>
    /// <param name="create">Makes a model from its options and the tasks of the scenario.</param>
    void AddModel<TOptions>(string kind, Func<TOptions, IReadOnlyList<TaskRequest>, IModel> create)
        where TOptions : class, new();

    /// <summary>Offers a firmware policy.</summary>
    void AddFirmware<TOptions>(string kind, Func<TOptions, IFirmware> create)
        where TOptions : class, new() =>
        Add(PluginContract.Firmware, kind, create);

    /// <summary>Offers a question about a network on the command line, <c>memti group name network</c>; the keys of its options are <c>--key value</c>.</summary>
    /// <param name="group">First word: lower case letters, digits and hyphens; no command of the host.</param>
    /// <param name="name">Second word, in the same form.</param>
    /// <param name="summary">What it does, and examples, for the help.</param>
    /// <param name="run">Answers for options and a network. Pure: same input, same result.</param>
    void AddStudy<TOptions>(string group, string name, string summary, Func<TOptions, Network, StudyResult> run)
        where TOptions : class, new();
}
