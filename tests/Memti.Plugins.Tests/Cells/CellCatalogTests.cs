using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Cells;
using Memti.Arrays.Codes;
using Memti.Plugins.Catalog;
using Memti.Plugins.Finding;
using Memti.Plugins.Tests.Loading;

namespace Memti.Plugins.Tests.Cells;

public sealed class CellCatalogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cells_are_collected_from_plugins_from_the_folder_of_cells_and_from_paths_in_order_of_their_names()
    {
        Write("host/flux", "b");
        Write("cells/reference", "c");
        Write("mine", "a");
        string single = Write("single", "d");

        CellCatalog catalog = CellCatalog.Find(Search(_folder.Path("mine"), single));

        catalog.Diagnostics.ShouldBeEmpty();
        catalog.Cells.Select(static cell => cell.Cell.Name).ShouldBe(["a", "b", "c", "d"]);
        catalog.File("b").File.ShouldBe("plugins/flux/b.memcell.yaml");
        catalog.File("c").File.ShouldBe("cells/reference/c.memcell.yaml");
    }

    [Fact]
    public void A_folder_of_technologies_is_a_plugin_path_too()
    {
        Write("mine/one", "a");
        Write("mine/two", "b");

        CellCatalog.Find(Search(_folder.Path("mine"))).Cells.Count.ShouldBe(2);
    }

    [Fact]
    public void Of_two_cells_with_one_name_the_first_is_used_and_both_are_named()
    {
        Write("host/flux", "a", area: 10);
        Write("mine", "a", area: 20);

        CellCatalog catalog = CellCatalog.Find(Search(_folder.Path("mine")));

        catalog.Cell("a").AreaF2.ShouldBe(10);
        Diagnostic finding = catalog.Diagnostics.ShouldBeOnly(CellCodes.CellDuplicate);
        finding.File.ShouldBe(_folder.Path("mine", "a.memcell.yaml"));
        (finding.Key, finding.Value).ShouldBe(("name", "a"));
        finding.Message.ShouldContain("plugins/flux/a.memcell.yaml");
    }

    [Fact]
    public void The_same_file_twice_is_one()
    {
        Write("host/flux", "a");
        Write("mine", "a");

        CellCatalog catalog = CellCatalog.Find(Search(_folder.Path("mine"), _folder.Path("mine")));

        catalog.Diagnostics.ShouldBeEmpty();
        catalog.Cells.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_bad_file_is_a_finding_and_the_rest_is_there()
    {
        Write("host/flux", "a");
        string bad = _folder.Write("mine/bad.memcell.yaml", "memcell: 1\nname: bad\nkind: flux"u8.ToArray());

        CellCatalog catalog = CellCatalog.Find(Search(_folder.Path("mine")));

        catalog.Cells.ShouldHaveSingleItem().Cell.Name.ShouldBe("a");
        catalog.Diagnostics.ShouldAllBe(finding => finding.File == bad);
        catalog.Diagnostics.ShouldContain(static finding => finding.Key == "kind" && finding.Line == 3);
    }

    [Fact]
    public void A_kind_stands_for_the_cell_that_offers_it()
    {
        Write("host/flux", "flux-10f2", offers: "flux");

        CellCatalog catalog = CellCatalog.Find(Search());

        catalog.Cell("flux").Name.ShouldBe("flux-10f2");
        catalog.Defaults.Keys.ShouldBe(["flux"]);
    }

    [Fact]
    public void A_kind_that_a_class_offers_is_not_one_of_data_alone()
    {
        Write("host/flux", "flux-10f2", offers: "flux");
        Write("host/rram", "rram-4f2", offers: "rram");
        CellCatalog catalog = CellCatalog.Find(Search());

        catalog.DataOnlyKinds(Classes(("rram", "plugins/rram/rram.dll"), ("dram", "plugins/dram/dram.dll"))).Keys.ShouldBe(["flux"]);

        catalog.Diagnostics.ShouldBeEmpty();
        catalog.Cell("rram").Name.ShouldBe("rram-4f2");
    }

    [Fact]
    public void A_cell_of_elsewhere_that_offers_the_kind_of_a_class_is_refused_and_can_still_be_named()
    {
        Write("mine", "mine-4f2", offers: "dram");
        CellCatalog catalog = CellCatalog.Find(Search(_folder.Path("mine")));

        catalog.DataOnlyKinds(Classes(("dram", "plugins/dram/dram.dll"))).ShouldBeEmpty();

        Diagnostic finding = catalog.Diagnostics.ShouldBeOnly(CellCodes.CellDuplicate);
        (finding.Key, finding.Value).ShouldBe(("offers", "dram"));
        finding.Message.ShouldContain("plugins/dram/dram.dll");
        catalog.Defaults.ShouldBeEmpty();
        catalog.Cell("mine-4f2").Name.ShouldBe("mine-4f2");
    }

    [Fact]
    public void Of_two_cells_that_offer_one_kind_the_first_does_and_both_can_be_named()
    {
        Write("host/flux", "first", offers: "flux");
        Write("mine", "second", offers: "flux");

        CellCatalog catalog = CellCatalog.Find(Search(_folder.Path("mine")));

        catalog.Cell("flux").Name.ShouldBe("first");
        catalog.Cell("second").Name.ShouldBe("second");
        Diagnostic finding = catalog.Diagnostics.ShouldBeOnly(CellCodes.CellDuplicate);
        (finding.Key, finding.Value).ShouldBe(("offers", "flux"));
    }

    [Fact]
    public void A_cell_is_found_by_its_path() => CellCatalog.Find(Search()).Cell(Write("mine", "a")).Name.ShouldBe("a");

    [Theory]
    [InlineData("a.yaml", "")]
    [InlineData("cell.txt", "# a comment\n\n")]
    [InlineData("cell", "\uFEFF---\n")]
    public void A_cell_is_known_by_its_first_line_whatever_its_name(string name, string before)
    {
        string file = _folder.Write(name, before + File.ReadAllText(Write("other", "a")));
        CellCatalog catalog = CellCatalog.Find(Search(file));

        catalog.Diagnostics.ShouldBeEmpty();
        catalog.Cell("a").Name.ShouldBe("a");
        CellCatalog.Find(Search()).Cell(file).Name.ShouldBe("a");
        TestPlugin.Find(file).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void YAML_of_another_kind_in_a_folder_is_no_cell()
    {
        Write("mine", "a");
        _folder.Write("mine/run.yaml", "memti: 1\n");
        File.Move(_folder.Path("mine", "a.memcell.yaml"), _folder.Path("mine", "a.yml"));

        CellCatalog.Find(Search(_folder.Path("mine"))).ShouldSatisfyAllConditions(
            static catalog => catalog.Diagnostics.ShouldBeEmpty(),
            static catalog => catalog.Cells.ShouldHaveSingleItem());
    }

    [Fact]
    public void An_unknown_cell_is_refused_with_the_nearest_and_all_that_are_known()
    {
        Write("host/flux", "flux-10f2", offers: "flux");

        Diagnostic finding = Should.Throw<MemtiException>(() => CellCatalog.Find(Search()).Cell("flux-12f2")).Diagnostic;

        (finding.Code, finding.Value, finding.Permitted).ShouldBe((DiagnosticCode.UnknownCell, "flux-12f2", "flux-10f2"));
        finding.Message.ShouldContain("flux-10f2, flux");
    }

    [Fact]
    public void A_cell_file_of_NVSim_is_refused_with_what_makes_a_cell_of_it() =>
        Should.Throw<MemtiException>(() => CellCatalog.Find(Search()).Cell("a.cell")).Diagnostic.Message
            .ShouldContain("memti import-cell a.cell");

    [Theory]
    [InlineData("no-such.memcell.yaml", DiagnosticCode.FileUnreadable)]
    public void A_path_that_leads_to_no_cell_is_refused(string path, string code) =>
        Should.Throw<MemtiException>(() => CellCatalog.Find(Search()).Cell(path)).Diagnostic.Code.ShouldBe(code);

    [Fact]
    public void A_folder_of_data_alone_is_no_plugin_folder_without_a_plugin()
    {
        string file = Write("mine", "a");

        TestPlugin.Find(_folder.Path("mine"), file).Diagnostics.ShouldBeEmpty();
        Write("host/flux", "b");
        PluginManifestReader.Find(Search()).Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_host_without_folders_has_no_cells() =>
        CellCatalog.Find(new PluginSearch { HostFolder = _folder.Path("no"), CellsFolder = _folder.Path("no") }).Cells.ShouldBeEmpty();

    private static Dictionary<string, string?> Classes(params (string Kind, string Assembly)[] classes) =>
        classes.ToDictionary(static offered => offered.Kind, static offered => (string?)offered.Assembly);

    private PluginSearch Search(params string[] paths) =>
        new() { HostFolder = _folder.Path("host"), CellsFolder = _folder.Path("cells"), Paths = paths };

    private string Write(string folder, string name, string? offers = null, double area = 10) =>
        _folder.Write($"{folder}/{name}{CellFile.Extension}", Encoding.UTF8.GetBytes($$"""
            memcell: 1
            name: {{name}}
            kind: sram
            {{(offers is null ? "" : "offers: " + offers)}}
            status: assumed
            source: a test
            geometry: { area_f2: {{area}}, aspect_ratio: 1 }
            access: { device: cmos, width_f: 1 }
            sram: { nmos_width_f: 2, pmos_width_f: 1 }
            """));
}
