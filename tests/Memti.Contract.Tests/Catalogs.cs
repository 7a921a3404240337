using Memti.Abstractions.Arrays;
using Memti.Arrays;
using Memti.Plugins.Catalog;
using Memti.Plugins.Finding;
using Memti.Plugins.Guarding;

namespace Memti.Contract.Tests;

/// <summary>The memories that are held to the laws.</summary>
internal static class Catalogs
{
    /// <summary>Folders of what ships, and of the samples of third parties: all but the bad ones.</summary>
    public static string[] Sound { get; } = [.. Directory.GetDirectories(TestPlugins.Root)
        .Where(static folder => char.IsLower(Path.GetFileName(folder)[0]))
        .Order(StringComparer.Ordinal)];

    public static string Folder(string plugin) =>
        TestPlugins.Names.Contains(plugin) ? TestPlugins.Folder(plugin) : Path.Combine(TestPlugins.Root, plugin);

    /// <summary>The shipped plugins and cells, and the samples.</summary>
    public static PluginCatalog Shipped() => Load(TimeSpan.FromSeconds(60), Sound);

    public static PluginCatalog Load(TimeSpan limit, params string[] folders)
    {
        var catalog = new PluginCatalog(new PluginGuard(limit), isUnloadable: true);
        catalog.AddFound(new PluginSearch { Paths = folders });
        return catalog;
    }

    /// <summary>The solver, with the cells that ship and that of the sample.</summary>
    public static IArraySolver Arrays { get; } = SolverOf(CellCatalog.Find(new PluginSearch { Paths = Sound }));

    private static ArraySolver SolverOf(CellCatalog cells) => new(cells.Cell);
}
