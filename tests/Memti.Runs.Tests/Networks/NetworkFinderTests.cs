using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Networks.Codes;
using Memti.Networks.Presets;
using Memti.Plugins.Catalog;
using Memti.Plugins.Tests.Loading;
using Memti.Runs.Networks;

namespace Memti.Runs.Tests.Networks;

public sealed class NetworkFinderTests : IDisposable
{
    private const string Table = "layer,kind,c,h,w,k,r,s,zero_padding\none,conv,3,8,8,16,3,3,true\n";

    private readonly TemporaryFolder _folder = new();
    private readonly PluginCatalog _plugins = TestPlugin.Load(TestPlugin.Folder("hello-model"));

    public void Dispose()
    {
        _plugins.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_model_of_a_plugin_is_a_network_with_its_defaults()
    {
        Network network = Find(_plugins.Models.Keys.Single());

        network.Name.ShouldBe("small network");
        network.Layers[^1].OutputChannels.ShouldBe(100);
    }

    [Fact]
    public void A_table_that_ships_is_a_network_of_eight_bits()
    {
        Write("tiny.csv");

        Network network = Find("tiny");

        (network.Name, network.SharedBits, network.TaskBits).ShouldBe(("tiny", 8, 8));
        network.Layers.ShouldHaveSingleItem().OutputChannels.ShouldBe(16);
    }

    [Fact]
    public void A_model_of_a_plugin_goes_before_a_table_of_its_name()
    {
        string kind = _plugins.Models.Keys.Single();
        Write(kind + ".csv");

        Find(kind).Layers.Count.ShouldBe(5);
    }

    [Fact]
    public void A_path_is_a_file() => Find(Write("mine.csv")).Name.ShouldBe("mine");

    [Fact]
    public void An_unknown_name_is_refused_with_the_nearest()
    {
        Write("tiny.csv");

        Diagnostic finding = Refusal("tinny");

        (finding.Code, finding.Value, finding.Permitted).ShouldBe((NetworkCodes.UnknownNetwork, "tinny", "tiny"));
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Refusal(_folder.Path("none.csv")).Code.ShouldBe(DiagnosticCode.FileUnreadable);

    [Fact]
    public void A_file_without_layers_is_refused_with_its_place()
    {
        string file = _folder.Write("bad.csv", "layer,kind,c,h,w,k,r,s\none,conv,3,8,8,0,3,3\n");

        Diagnostic finding = Refusal(file);

        (finding.File, finding.Line).ShouldBe((file, 2));
    }

    private Network Find(string name) => new NetworkFinder(_plugins, NetworkCatalog.Find(_folder.Root)).Find(name);

    private Diagnostic Refusal(string name) => Should.Throw<MemtiException>(() => Find(name)).Diagnostic;

    private string Write(string name) => _folder.Write(name, Table);
}
