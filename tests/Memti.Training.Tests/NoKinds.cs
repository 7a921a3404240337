using System.Diagnostics.CodeAnalysis;
using Memti.Abstractions.Plugins;
using Memti.Scenarios.Kinds;

namespace Memti.Training.Tests;

/// <summary>What is known where no plugin is loaded.</summary>
internal sealed class NoKinds : IKindCatalog
{
    public IReadOnlyList<PluginContract> Contracts => PluginContract.All;

    public IReadOnlyList<string> Kinds(PluginContract contract) => [];

    public bool TryGetOptions(PluginContract contract, string kind, [NotNullWhen(true)] out Type? optionsType)
    {
        optionsType = null;
        return false;
    }
}
