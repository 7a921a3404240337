using Memti.Abstractions;
using Memti.Arrays;
using Memti.Arrays.Tests;
using Memti.Hosting;

namespace Memti.Contract.Tests;

/// <summary>The memories that are held to the laws.</summary>
internal static class Catalogs
{
    private static readonly string Placed = Path.Combine(AppContext.BaseDirectory, "test-plugins");

    /// <summary>Folders of the plugins that ship, and of the sample of a third party: all but the bad ones.</summary>
    public static string[] Sound { get; } = [.. Directory.GetDirectories(Placed).Where(static folder => char.IsLower(Path.GetFileName(folder)[0])).Order(StringComparer.Ordinal)];

    public static string Folder(string plugin) => Path.Combine(Placed, plugin);

    /// <summary>The shipped plugins and the sample.</summary>
    public static PluginCatalog Shipped() => Load(TimeSpan.FromSeconds(60), Sound);

    public static PluginCatalog Load(TimeSpan limit, params string[] folders)
    {
        var catalog = new PluginCatalog(new PluginGuard(limit), isUnloadable: true);
        catalog.AddFound(new PluginSearch { Paths = folders });
        return catalog;
    }

    /// <summary>Kinds that are data alone.</summary>
    public static PluginCatalog DataAlone()
    {
        var catalog = new PluginCatalog(new PluginGuard(TimeSpan.FromSeconds(60)), isUnloadable: true);
        catalog.AddCells(new Offers());
        return catalog;
    }

    public static IArraySolver ShippedArrays { get; } = new TabulatedArrays();

    public static IArraySolver DataArrays { get; } = new LinearArrays(TestCells.Pcm with { Levels = [Halves] }, TestCells.Sram);

    private static LevelTable Halves => new(1, [0, 1], [0.1, 0.1], NumberStatus.Assumed, "a test");

    private sealed class Offers : IOfferedCells
    {
        public IReadOnlyList<OfferedCell> Offered { get; } =
            [new("data-pcm", TestCells.Pcm, "pcm-test.memcell.yaml"), new("data-sram", TestCells.Sram, "sram-test.memcell.yaml")];
    }
}
