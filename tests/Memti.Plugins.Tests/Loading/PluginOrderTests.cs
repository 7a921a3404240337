using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Codes;
using Memti.Plugins.Finding;

namespace Memti.Plugins.Tests.Loading;

public sealed class PluginOrderTests
{
    private readonly List<Diagnostic> _diagnostics = [];

    [Fact]
    public void Plugins_that_need_nothing_keep_their_order() =>
        Sort(Plugin("c"), Plugin("a"), Plugin("b")).ShouldBe(["c", "a", "b"]);

    [Fact]
    public void A_plugin_comes_after_those_that_it_needs() =>
        Sort(Plugin("a", "c"), Plugin("b"), Plugin("c", "d"), Plugin("d")).ShouldBe(["b", "d", "c", "a"]);

    [Fact]
    public void What_the_host_has_already_is_there() =>
        PluginOrder.Sort([Plugin("a", "built-in")], ["built-in"], _diagnostics).ShouldHaveSingleItem();

    [Fact]
    public void A_plugin_that_needs_a_missing_one_is_left_out()
    {
        Sort(Plugin("a", "missing"), Plugin("b")).ShouldBe(["b"]);

        Diagnostic finding = _diagnostics.ShouldBeOnly(PluginCodes.PluginOrder);
        finding.File.ShouldBe("plugins/a/a.dll");
        finding.Message.ShouldContain("'missing'");
    }

    [Fact]
    public void Plugins_that_need_each_other_are_left_out_and_the_circle_is_named()
    {
        Sort(Plugin("a", "b"), Plugin("b", "c"), Plugin("c", "a"), Plugin("d", "a"), Plugin("e")).ShouldBe(["e"]);

        _diagnostics.Select(static finding => (finding.Code, finding.File)).ShouldBe(
        [
            (PluginCodes.PluginOrder, "plugins/a/a.dll"),
            (PluginCodes.PluginOrder, "plugins/b/b.dll"),
            (PluginCodes.PluginOrder, "plugins/c/c.dll"),
            (PluginCodes.PluginOrder, "plugins/d/d.dll"),
        ]);
        _diagnostics[0].Message.ShouldContain("a -> b -> c -> a");
        _diagnostics[3].Message.ShouldContain("needs plugin 'a'");
    }

    [Fact]
    public void A_plugin_that_needs_itself_is_left_out()
    {
        Sort(Plugin("a", "a")).ShouldBeEmpty();

        _diagnostics.ShouldBeOnly(PluginCodes.PluginOrder).Message.ShouldContain("a -> a");
    }

    private IEnumerable<string> Sort(params PluginManifest[] manifests) =>
        PluginOrder.Sort(manifests, [], _diagnostics).Select(static manifest => manifest.Id);

    private static PluginManifest Plugin(string id, params string[] dependencies) => new()
    {
        Id = id,
        EntryType = "Entry",
        Contract = ContractVersion.Current,
        Dependencies = dependencies,
        AssemblyName = id,
        AssemblyVersion = new Version(1, 0),
        Sha256 = "",
        FullPath = $"/plugins/{id}/{id}.dll",
        File = $"plugins/{id}/{id}.dll",
    };
}
