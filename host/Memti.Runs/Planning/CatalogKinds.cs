using System.Diagnostics.CodeAnalysis;
using Memti.Abstractions.Plugins;
using Memti.Arrays.Cells;
using Memti.Plugins.Catalog;
using Memti.Scenarios.Kinds;

namespace Memti.Runs.Planning;

/// <summary>The catalog as scenarios see it.</summary>
/// <param name="catalog">The loaded plugins.</param>
public sealed class CatalogKinds(PluginCatalog catalog) : IKindCatalog
{
    /// <inheritdoc />
    public IReadOnlyList<PluginContract> Contracts => catalog.Contracts;

    /// <inheritdoc />
    public IReadOnlyList<string> Kinds(PluginContract contract) =>
        [.. catalog.Of(contract).Select(static registration => registration.Kind)];

    /// <inheritdoc />
    public bool TryGetOptions(PluginContract contract, string kind, [NotNullWhen(true)] out Type? optionsType)
    {
        optionsType = catalog.Find(contract, kind)?.OptionsType;
        return optionsType is not null;
    }

    /// <inheritdoc />
    public string? TechnologyOf(PluginContract contract, string kind) =>
        contract == PluginContract.Memory
        && catalog.Cells.Defaults.TryGetValue(kind, out CellFile? file)
        && CellWords.Of(file.Cell.Kind) is var technology
        && technology != kind
            ? technology
            : null;

    /// <inheritdoc />
    public T Call<T>(PluginContract contract, string kind, string member, Func<T> call) =>
        catalog.Find(contract, kind) is { } registration ? catalog.Guard.Call(registration.Target(member), call) : call();
}
