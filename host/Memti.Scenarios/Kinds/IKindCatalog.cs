using System.Diagnostics.CodeAnalysis;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;

namespace Memti.Scenarios.Kinds;

/// <summary>What the loaded plugins offer. The host gives it; the reader only asks.</summary>
public interface IKindCatalog
{
    /// <summary>What plugins can offer, in the order in which it is listed.</summary>
    IReadOnlyList<PluginContract> Contracts { get; }

    /// <summary>The kinds of a contract, in an order that does not change between runs.</summary>
    IReadOnlyList<string> Kinds(PluginContract contract);

    /// <summary>The options class of a kind; its <c>[Parameter]</c> properties are the kind's keys.</summary>
    bool TryGetOptions(PluginContract contract, string kind, [NotNullWhen(true)] out Type? optionsType);

    /// <summary>Runs code of a plugin, such as the setters of an options class, with the limits that the host has for it.</summary>
    /// <param name="contract">What the plugin offers.</param>
    /// <param name="kind">The kind whose code it is.</param>
    /// <param name="member">What is run, as findings name it.</param>
    /// <param name="call">The code.</param>
    /// <exception cref="MemtiException">It did not return in time.</exception>
    T Call<T>(PluginContract contract, string kind, string member, Func<T> call) => call();

    /// <summary>
    /// The technology of a kind that a cell file offers, such as <c>rram</c>: what a calibration says of the technology holds for the
    /// kind, too. Null where there is none, or where it is the kind itself.
    /// </summary>
    string? TechnologyOf(PluginContract contract, string kind) => null;
}
