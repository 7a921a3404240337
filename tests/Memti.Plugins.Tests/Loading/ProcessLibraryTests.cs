using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Plugins.Codes;

namespace Memti.Plugins.Tests.Loading;

/// <summary>A native library of which a process holds one copy: a second folder with another copy is refused before it is loaded.</summary>
public sealed class ProcessLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("libmemti_once.so", "libmemti_once.so")]
    [InlineData("libmemti_once.so", "runtimes/linux-x64/native/libmemti_once.so")]
    [InlineData("runtimes/win-x64/native/memti_once.dll", "libmemti_once.dylib")]
    public void A_second_copy_is_refused_whichever_plugin_declares_the_library(string first, string second)
    {
        // In ordinal order: once the declaring plugin comes first, once the other.
        foreach ((string declaring, string other) in (((string, string)[])[("a", "b"), ("d", "c")]))
        {
            string[] folders = [_folder.Copy("ProcessLibrary", declaring), _folder.Copy("PrivateDependencyA", other)];
            _folder.Write($"{declaring}/{first}", [1, 2, 3]);
            _folder.Write($"{other}/{second}", [1, 2, 3]);
            using PluginCatalog catalog = TestPlugin.Load([.. folders.Order(StringComparer.Ordinal)]);
            Diagnostic finding = catalog.Diagnostics.ShouldBeOnly(PluginCodes.ProcessLibraryTaken);
            finding.Value.ShouldBe("memti_once");
            finding.File.ShouldStartWith(folders.Order(StringComparer.Ordinal).Last().Replace('\\', '/'));
            catalog.Plugins.ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void Links_to_one_copy_are_one_library()
    {
        if (OperatingSystem.IsWindows())
            return;
        string first = _folder.Copy("ProcessLibrary", "a"), second = _folder.Copy("PrivateDependencyA", "b");
        _folder.Write("cache/libmemti_once.so", [1, 2, 3]);
        foreach (string plugin in (string[])[first, second])
            File.CreateSymbolicLink(Path.Combine(plugin, "libmemti_once.so"), _folder.Path("cache/libmemti_once.so"));
        using PluginCatalog catalog = TestPlugin.Load(first, second);
        catalog.Diagnostics.ShouldBeEmpty();
        catalog.Plugins.Count.ShouldBe(2);
    }

    [Fact]
    public void A_plugin_without_a_copy_is_loaded()
    {
        string first = _folder.Copy("ProcessLibrary", "a"), second = _folder.Copy("PrivateDependencyA", "b");
        _folder.Write("a/libmemti_once.so", [1, 2, 3]);
        using PluginCatalog catalog = TestPlugin.Load(first, second);
        catalog.Diagnostics.ShouldBeEmpty();
    }
}
