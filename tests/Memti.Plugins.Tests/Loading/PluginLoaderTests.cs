using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Loading;

namespace Memti.Plugins.Tests.Loading;

public sealed class PluginLoaderTests
{
    private const string LibraryType = "Memti.TestPlugins.Library, Memti.TestPlugins.PrivateLibrary";

    [Fact]
    public void The_contract_is_shared_even_when_a_copy_lies_beside_the_plugin()
    {
        using var folder = new TemporaryFolder();
        string contract = typeof(IMemtiPlugin).Assembly.Location;
        File.Copy(contract, Path.Combine(folder.Copy("Throws"), Path.GetFileName(contract)));
        using var loader = PluginLoader.CreateFromAssemblyFile(folder.Path("Throws", "Memti.TestPlugins.Throws.dll"));

        Type entry = loader.LoadDefaultAssembly().GetType("Memti.TestPlugins.ThrowsPlugin", throwOnError: true)!;

        typeof(IMemtiPlugin).IsAssignableFrom(entry).ShouldBeTrue();
    }

    [Fact]
    public void Two_plugins_use_two_versions_of_one_library()
    {
        using var one = PluginLoader.CreateFromAssemblyFile(TestPlugin.Assembly("PrivateDependencyA"));
        using var other = PluginLoader.CreateFromAssemblyFile(TestPlugin.Assembly("PrivateDependencyB"));

        LibraryOf(one).GetName().Version.ShouldBe(new Version(1, 0, 0, 0));
        LibraryOf(other).GetName().Version.ShouldBe(new Version(2, 0, 0, 0));
    }

    [Fact]
    public void A_library_whose_type_is_shared_is_the_hosts_whatever_its_version()
    {
        using var host = PluginLoader.CreateFromAssemblyFile(TestPlugin.Assembly("PrivateDependencyA"));
        Assembly shared = LibraryOf(host);
        using var loader = PluginLoader.CreateFromAssemblyFile(
            TestPlugin.Assembly("PrivateDependencyB"), isUnloadable: false, [shared.GetType("Memti.TestPlugins.Library")!]);

        LibraryOf(loader).ShouldBeSameAs(shared);
    }

    [Fact]
    public void The_framework_is_the_hosts()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(TestPlugin.Assembly("Throws"));

        Type entry = loader.LoadDefaultAssembly().GetType("Memti.TestPlugins.ThrowsPlugin", throwOnError: true)!;

        entry.BaseType.ShouldBe(typeof(object));
    }

    [Fact]
    public void A_second_load_gives_the_same_assembly()
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(TestPlugin.Assembly("Throws"));

        loader.LoadDefaultAssembly().ShouldBeSameAs(loader.LoadDefaultAssembly());
    }

    [Fact]
    public void A_loader_that_was_disposed_of_loads_nothing()
    {
        var loader = PluginLoader.CreateFromAssemblyFile(TestPlugin.Assembly("Throws"), isUnloadable: true);
        loader.Dispose();

        Should.Throw<ObjectDisposedException>(loader.LoadDefaultAssembly);
    }

    [Fact]
    public void An_unloadable_plugin_goes_when_its_loader_does() => IsCollected(LoadAndDispose(isUnloadable: true)).ShouldBeTrue();

    [Fact]
    public void Another_plugin_stays() => IsCollected(LoadAndDispose(isUnloadable: false)).ShouldBeFalse();

    [Fact]
    public void An_unloadable_catalog_lets_its_plugins_go() => IsCollected(LoadCatalogAndDispose()).ShouldBeTrue();

    private static Assembly LibraryOf(PluginLoader loader)
    {
        loader.LoadDefaultAssembly();
        using AssemblyLoadContext.ContextualReflectionScope scope = loader.EnterContextualReflection();
        return Type.GetType(LibraryType, throwOnError: true)!.Assembly;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadAndDispose(bool isUnloadable)
    {
        using var loader = PluginLoader.CreateFromAssemblyFile(TestPlugin.Assembly("PrivateDependencyA"), isUnloadable);
        Type entry = loader.LoadDefaultAssembly().GetType("Memti.TestPlugins.PrivateDependencyAPlugin", throwOnError: true)!;
        return new WeakReference(Activator.CreateInstance(entry)!.GetType().Assembly);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference LoadCatalogAndDispose()
    {
        using var catalog = new PluginCatalog(new PluginGuard(TimeSpan.FromSeconds(60)), isUnloadable: true);
        catalog.AddFound(TestPlugin.Search(TestPlugin.Folder("hello-memory")));
        MemoryRegistration registration = catalog.Memories["hello-memory"];
        IMemoryModel model = registration.Create(Activator.CreateInstance(registration.OptionsType)!);
        return new WeakReference(model.GetType().Assembly);
    }

    private static bool IsCollected(WeakReference reference)
    {
        for (int round = 0; round < 20 && reference.IsAlive; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return !reference.IsAlive;
    }
}
