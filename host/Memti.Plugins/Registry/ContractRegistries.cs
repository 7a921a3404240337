using System.Collections;
using System.Collections.Concurrent;
using Memti.Abstractions.Plugins;

namespace Memti.Plugins.Registry;

/// <summary>What plugins offer: for each contract its kinds, in ordinal order.</summary>
internal sealed class ContractRegistries
{
    private readonly ConcurrentDictionary<PluginContract, IDictionary> _byContract = new();

    /// <summary>The contracts of scenarios, then others that a plugin offers a kind of, by name.</summary>
    public IReadOnlyList<PluginContract> Contracts =>
    [
        .. PluginContract.All,
        .. _byContract.Keys.Except(PluginContract.All).OrderBy(static contract => contract.Name, StringComparer.Ordinal),
    ];

    /// <summary>Every kind, by contract and then in ordinal order.</summary>
    public IEnumerable<Registration> All => Contracts.SelectMany(Of);

    /// <summary>The kinds of a contract.</summary>
    public IEnumerable<Registration> Of(PluginContract contract) =>
        _byContract.TryGetValue(contract, out IDictionary? kinds) ? kinds.Values.Cast<Registration>() : [];

    /// <summary>The kinds of a contract, by their name.</summary>
    public SortedDictionary<string, Registration<TContract>> Of<TContract>(PluginContract<TContract> contract)
        where TContract : class =>
        (SortedDictionary<string, Registration<TContract>>)_byContract.GetOrAdd(
            contract, static _ => new SortedDictionary<string, Registration<TContract>>(StringComparer.Ordinal));

    /// <summary>The kind with a name; null when no plugin offers it.</summary>
    public Registration? Find(PluginContract contract, string kind) =>
        _byContract.TryGetValue(contract, out IDictionary? kinds) ? (Registration?)kinds[kind] : null;

    /// <summary>Adds a kind.</summary>
    public void Add(Registration registration) => registration.AddTo(this);

    /// <summary>Forgets all kinds.</summary>
    public void Clear() => _byContract.Clear();
}
