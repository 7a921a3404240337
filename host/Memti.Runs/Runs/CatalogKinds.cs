using System.Diagnostics.CodeAnalysis;
using Memti.Arrays.Cells;
using Memti.Plugins.Loading;
using Memti.Scenarios.Kinds;

namespace Memti.Runs.Runs;

/// <summary>The catalog as scenarios see it.</summary>
/// <param name="catalog">The loaded plugins.</param>
public sealed class CatalogKinds(PluginCatalog catalog) : IKindCatalog
{
    /// <inheritdoc />
    public IReadOnlyList<string> Kinds(KindCategory category) => [.. Registrations(category).Select(static registration => registration.Kind)];

    /// <inheritdoc />
    public bool TryGetOptions(KindCategory category, string kind, [NotNullWhen(true)] out Type? optionsType)
    {
        optionsType = Registrations(category).FirstOrDefault(registration => registration.Kind == kind)?.OptionsType;
        return optionsType is not null;
    }

    /// <inheritdoc />
    public string? TechnologyOf(KindCategory category, string kind) =>
        category == KindCategory.Memory && catalog.Cells.Defaults.TryGetValue(kind, out CellFile? file) && CellWords.Of(file.Cell.Kind) is var technology && technology != kind
            ? technology
            : null;

    private IEnumerable<Registration> Registrations(KindCategory category) => category switch
    {
        KindCategory.Memory => catalog.Memories.Values,
        KindCategory.Accelerator => catalog.Accelerators.Values,
        KindCategory.Model => catalog.Models.Values,
        _ => catalog.Firmware.Values,
    };
}
