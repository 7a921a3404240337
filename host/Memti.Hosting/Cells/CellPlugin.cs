using Memti.Abstractions;
using Memti.Arrays;

namespace Memti.Hosting;

/// <summary>A memory technology without an assembly: offers the kind of a cell file as a plugin would.</summary>
/// <param name="offered">The cell with its kind.</param>
internal sealed class CellPlugin(OfferedCell offered) : IMemtiPlugin
{
    /// <summary>The id under which the kind is registered.</summary>
    public string Id => "cell." + offered.Cell.Name;

    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        string cell = offered.Cell.Name;
        registry.AddMemory<CellMemoryOptions>(offered.Kind, options => new CellMemory(options, cell));
    }
}
