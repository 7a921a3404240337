using Memti.Abstractions.Plugins;
using Memti.Plugins.Guarding;

namespace Memti.Plugins.Registry;

/// <summary>One kind that a plugin offers.</summary>
/// <param name="Contract">What it is.</param>
/// <param name="Kind">The word that a scenario uses.</param>
/// <param name="OptionsType">The class whose parameters are the kind's keys.</param>
/// <param name="PluginId">The plugin that offers it.</param>
/// <param name="File">The plugin's assembly as messages name it; null when the host itself offers the kind.</param>
public abstract record Registration(PluginContract Contract, string Kind, Type OptionsType, string PluginId, string? File)
{
    /// <summary>Puts it under its contract, with its type.</summary>
    internal abstract void AddTo(ContractRegistries registries);
}

/// <summary>One kind, with the way to make its components.</summary>
/// <typeparam name="TContract">What is made.</typeparam>
public sealed record Registration<TContract> : Registration
    where TContract : class
{
    private readonly PluginContract<TContract> _contract;

    /// <summary>Offers a kind.</summary>
    public Registration(
        PluginContract<TContract> contract, string kind, Type optionsType, string pluginId, string? file, Func<object, TContract> create)
        : base(contract, kind, optionsType, pluginId, file) =>
        (_contract, Create) = (contract, create);

    /// <summary>
    /// Makes one from an instance of the options class. Plugin code: call it through <see cref="PluginGuard"/>.
    /// </summary>
    public Func<object, TContract> Create { get; }

    internal override void AddTo(ContractRegistries registries) => registries.Of(_contract).Add(Kind, this);
}
