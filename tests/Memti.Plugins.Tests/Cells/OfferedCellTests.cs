using System.Text;
using Memti.Abstractions.Memories;
using Memti.Arrays.Cells;
using Memti.Arrays.Codes;
using Memti.Plugins.Catalog;
using Memti.Plugins.Guarding;
using Memti.Plugins.Registry;
using Memti.Plugins.Tests.Loading;

namespace Memti.Plugins.Tests.Cells;

public sealed class OfferedCellTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PluginCatalog _catalog = new(new PluginGuard(TimeSpan.FromSeconds(60)));

    public void Dispose()
    {
        _catalog.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_kind_that_a_cell_file_offers_is_a_memory_like_any_other()
    {
        string file = Offer("flux", "flux-10f2");

        _catalog.AddCells(Cells());

        Registration<IMemoryModel> registration = _catalog.Memories["flux"];
        registration.OptionsType.ShouldBe(typeof(CellMemoryOptions));
        registration.File.ShouldBe(file);
        registration.Create(new CellMemoryOptions()).ShouldBeOfType<CellMemory>();
        _catalog.Plugins.ShouldHaveSingleItem().File.ShouldBe(file);
        _catalog.Cells.Cell("flux").Name.ShouldBe("flux-10f2");
    }

    [Fact]
    public void A_cell_that_offers_nothing_is_no_memory()
    {
        Offer(null, "flux-10f2");

        _catalog.AddCells(Cells());

        _catalog.Memories.ShouldBeEmpty();
        _catalog.Cells.Cells.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_plugin_keeps_the_kind_that_a_cell_file_of_elsewhere_claims_and_the_file_is_refused()
    {
        string file = Offer("flux", "flux-10f2");
        _catalog.AddBuiltIn("memti.host", new BuiltInPlugin("flux"));

        _catalog.AddCells(Cells());

        _catalog.Memories["flux"].PluginId.ShouldBe("memti.host");
        _catalog.Diagnostics.ShouldBeOnly(CellCodes.CellDuplicate).File.ShouldBe(file);
    }

    [Fact]
    public void What_is_wrong_with_cells_is_a_finding_among_those_of_plugins()
    {
        Offer("flux", "a");
        Offer("flux", "b");

        _catalog.AddCells(Cells());

        _catalog.Diagnostics.ShouldBeOnly(CellCodes.CellDuplicate).File.ShouldBe(_folder.Path("mine", "b.memcell.yaml"));
    }

    private CellCatalog Cells() => CellCatalog.Find(TestPlugin.Search(_folder.Path("mine")));

    private string Offer(string? kind, string name) =>
        _folder.Write($"mine/{name}{CellFile.Extension}", Encoding.UTF8.GetBytes($$"""
            memcell: 1
            name: {{name}}
            kind: sram
            {{(kind is null ? "" : "offers: " + kind)}}
            status: assumed
            source: a test
            geometry: { area_f2: 10, aspect_ratio: 1 }
            access: { device: cmos, width_f: 1 }
            sram: { nmos_width_f: 2, pmos_width_f: 1 }
            """));
}
