using Memti.Abstractions.Memories;
using Memti.Abstractions.Plugins;

namespace Memti.Plugins.Registry;

/// <summary>A memory technology without an assembly: offers the kind of a cell file as a plugin would.</summary>
/// <param name="kind">The word that a scenario uses.</param>
/// <param name="cell">Name of the cell that memories of the kind are built of, unless they name another.</param>
internal sealed class CellPlugin(string kind, string cell) : IMemtiPlugin
{
    /// <summary>The id under which the kind is registered.</summary>
    public string Id => "cell." + cell;

    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddMemory<CellMemoryOptions>(kind, options => new CellMemory(options, cell));
    }
}
