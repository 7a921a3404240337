using Memti.Abstractions.Diagnostics;
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
    /// <summary>Calls a member of the kind, or of what the kind makes.</summary>
    /// <param name="guard">Guards the call.</param>
    /// <param name="member">What is called, such as <c>Size</c>.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the wait; the call itself is abandoned.</param>
    /// <exception cref="MemtiException">What the guard throws; also <see cref="DiagnosticCode.PluginInvalid"/> when what the plugin gives
    /// is null, or has null in a place where the contract has none.</exception>
    public T Call<T>(PluginGuard guard, string member, Func<T> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return guard.Call(Target(member), () => PluginAnswer.Whole(call()), cancellationToken);
    }

    /// <summary>A member of the kind, as findings name it.</summary>
    public PluginCall Target(string member) => new(PluginId, File, member, $"{Contract.Name} '{Kind}'");

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
