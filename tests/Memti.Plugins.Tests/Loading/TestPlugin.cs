using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Plugins.Finding;
using Memti.Plugins.Guarding;

namespace Memti.Plugins.Tests.Loading;

/// <summary>The plugins that were built for these tests, and short ways to load them.</summary>
internal static class TestPlugin
{
    public static readonly string[] Good = ["hello-accelerator", "hello-firmware", "hello-memory", "hello-model"];

    /// <summary>The folder of the samples and of all plugins that misbehave.</summary>
    public static string All
    {
        get
        {
            // The test runner finds libraries of the tests for every load context. The executable does not: there, it is left out.
            foreach (string name in TestPlugins.Names.Where(static name => name != "HostLibrary"))
                TestPlugins.Folder(name);
            return TestPlugins.Root;
        }
    }

    public static string Folder(string name) =>
        TestPlugins.Names.Contains(name) ? TestPlugins.Folder(name) : Path.Combine(TestPlugins.Root, name);

    public static string Assembly(string name) => TestPlugins.Assembly(name);

    /// <summary>Copies a test plugin into a folder of its own, in which it can be damaged, and gives the path of that folder.</summary>
    public static string Copy(this TemporaryFolder place, string plugin, string? folder = null)
    {
        foreach (string file in Directory.GetFiles(Folder(plugin)))
            place.Write(Path.Combine(folder ?? plugin, Path.GetFileName(file)), File.ReadAllBytes(file));
        return place.Path(folder ?? plugin);
    }

    public static PluginSearch Search(params string[] paths) => new() { Paths = paths };

    public static PluginScan Find(params string[] paths) => PluginManifestReader.Find(Search(paths));

    public static PluginCatalog Load(params string[] paths) => Load(new PluginGuard(TimeSpan.FromSeconds(60)), paths);

    public static PluginCatalog Load(PluginGuard guard, params string[] paths)
    {
        var catalog = new PluginCatalog(guard);
        catalog.AddFound(Search(paths));
        return catalog;
    }

    public static Diagnostic ShouldBeOnly(this IReadOnlyList<Diagnostic> diagnostics, string code)
    {
        Diagnostic only = diagnostics.ShouldHaveSingleItem();
        only.Code.ShouldBe(code);
        return only;
    }
}
