using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Catalog;
using Memti.Plugins.Codes;
using Memti.Plugins.Guarding;
using Memti.Plugins.Loading;
using Memti.Plugins.Registry;

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
    public void The_contract_is_the_hosts_even_for_a_plugin_that_was_built_against_a_newer_one()
    {
        using var folder = new TemporaryFolder();
        byte[] newer = WithContractVersion(File.ReadAllBytes(TestPlugin.Assembly("Throws")), major: 9);
        using var loader = PluginLoader.CreateFromAssemblyFile(folder.Write("Memti.TestPlugins.Throws.dll", newer));

        Assembly plugin = loader.LoadDefaultAssembly();

        plugin.GetReferencedAssemblies().Single(static name => name.Name == "Memti.Abstractions").Version!.Major.ShouldBe(9);
        plugin.GetType("Memti.TestPlugins.ThrowsPlugin", throwOnError: true)!.IsAssignableTo(typeof(IMemtiPlugin)).ShouldBeTrue();
    }

    [Fact]
    public void Two_plugins_use_two_versions_of_one_library()
    {
        using var one = PluginLoader.CreateFromAssemblyFile(TestPlugin.Assembly("PrivateDependencyA"));
        using var other = PluginLoader.CreateFromAssemblyFile(TestPlugin.Assembly("PrivateDependencyB"));

        LibraryOf(one).GetName().Version.ShouldBe(new Version(1, 0, 0, 0));
        LibraryOf(other).GetName().Version.ShouldBe(new Version(2, 0, 0, 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "runtimeTarget": 5 }""")]
    [InlineData("""{ "runtimeTarget": { "name": 5 } }""")]
    [InlineData("""{ "runtimeTarget": "x", "targets": 5 }""")]
    [InlineData("""{ "runtimeTarget": "x", "targets": { "x": 5 } }""")]
    [InlineData("""{ "runtimeTarget": "x", "targets": { "x": { "library/1": 5 } } }""")]
    [InlineData("""{ "runtimeTarget": "x", "targets": { "x": { "library/1": { "runtime": 5 } } } }""")]
    [InlineData("""{ "runtimeTarget": "x", "libraries": 5 }""")]
    public void A_damaged_dependency_file_is_a_finding_in_the_plugin(string content)
    {
        using var folder = new TemporaryFolder();
        string plugin = folder.Copy("PrivateDependencyA");
        folder.Write("PrivateDependencyA/Memti.TestPlugins.PrivateDependencyA.deps.json", content);

        using PluginCatalog catalog = TestPlugin.Load(plugin);

        Diagnostic finding = catalog.Diagnostics.ShouldBeOnly(PluginCodes.PluginDependencyMissing);
        finding.File.ShouldBe(Path.Combine(plugin, "Memti.TestPlugins.PrivateDependencyA.dll"));
        finding.Message.ShouldContain("Memti.TestPlugins.PrivateDependencyA.deps.json");
    }

    [Fact]
    public void A_plugin_without_a_dependency_file_finds_its_library_in_its_folder()
    {
        using var folder = new TemporaryFolder();
        string plugin = folder.Copy("PrivateDependencyA");
        File.Delete(Path.Combine(plugin, "Memti.TestPlugins.PrivateDependencyA.deps.json"));
        using var loader = PluginLoader.CreateFromAssemblyFile(Path.Combine(plugin, "Memti.TestPlugins.PrivateDependencyA.dll"));

        LibraryOf(loader).Location.ShouldBe(Path.Combine(plugin, "Memti.TestPlugins.PrivateLibrary.dll"));
    }

    [Fact]
    public void A_path_may_be_relative()
    {
        string assembly = Path.GetRelativePath(Environment.CurrentDirectory, TestPlugin.Assembly("Throws"));
        using var loader = PluginLoader.CreateFromAssemblyFile(assembly);

        loader.LoadDefaultAssembly().Location.ShouldBe(TestPlugin.Assembly("Throws"));
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
        Should.Throw<ObjectDisposedException>(() => loader.EnterContextualReflection());
    }

    [Fact]
    public void An_unloadable_plugin_goes_when_its_loader_does() => IsCollected(LoadAndDispose(isUnloadable: true)).ShouldBeTrue();

    [Fact]
    public void Another_plugin_stays() => IsCollected(LoadAndDispose(isUnloadable: false)).ShouldBeFalse();

    [Fact]
    public void An_unloadable_catalog_lets_its_plugins_go() => IsCollected(LoadCatalogAndDispose()).ShouldBeTrue();

    private static byte[] WithContractVersion(byte[] plugin, ushort major)
    {
        using var image = new PEReader(new MemoryStream(plugin));
        MetadataReader metadata = image.GetMetadataReader();
        AssemblyReferenceHandle contract = metadata.AssemblyReferences
            .Single(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name) == "Memti.Abstractions");
        int row = (MetadataTokens.GetRowNumber(contract) - 1) * metadata.GetTableRowSize(TableIndex.AssemblyRef);
        int place = image.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef) + row;
        byte[] changed = [.. plugin];
        BinaryPrimitives.WriteUInt16LittleEndian(changed.AsSpan(place), major);
        return changed;
    }

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
        Registration<IMemoryModel> registration = catalog.Memories["hello-memory"];
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
