using Memti.Abstractions;
using Memti.Arrays;

namespace Memti.Hosting.Tests;

public sealed class OfferedCellTests : IDisposable
{
    private readonly PluginCatalog _catalog = new(new PluginGuard(TimeSpan.FromSeconds(60)));

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void A_kind_that_a_cell_file_offers_is_a_memory_like_any_other()
    {
        _catalog.AddCells(new Cells(Offer("pcm", "pcm-one")));

        MemoryRegistration registration = _catalog.Memories["pcm"];
        registration.OptionsType.ShouldBe(typeof(CellMemoryOptions));
        registration.File.ShouldBe("cells/pcm-one.memcell.yaml");
        registration.Create(new CellMemoryOptions()).ShouldBeOfType<CellMemory>();
        _catalog.Plugins.ShouldHaveSingleItem().File.ShouldBe("cells/pcm-one.memcell.yaml");
    }

    [Fact]
    public void A_plugin_keeps_the_kind_that_a_cell_file_offers_too()
    {
        _catalog.AddBuiltIn("memti.host", new BuiltInPlugin("pcm"));

        _catalog.AddCells(new Cells(Offer("pcm", "pcm-one")));

        _catalog.Memories["pcm"].PluginId.ShouldBe("memti.host");
        _catalog.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_kind_that_two_cell_files_offer_is_the_first_ones_and_both_are_named()
    {
        _catalog.AddCells(new Cells(Offer("pcm", "pcm-one"), Offer("pcm", "pcm-two")));

        _catalog.Memories["pcm"].File.ShouldBe("cells/pcm-one.memcell.yaml");
        Diagnostic finding = _catalog.Diagnostics.ShouldBeOnly(DiagnosticCode.PluginDuplicate);
        finding.File.ShouldBe("cells/pcm-two.memcell.yaml");
        finding.Message.ShouldContain("cells/pcm-one.memcell.yaml");
    }

    [Fact]
    public void A_kind_without_a_valid_name_is_a_finding_in_its_file()
    {
        _catalog.AddCells(new Cells(Offer("Phase Change", "pcm-one")));

        _catalog.Diagnostics.ShouldBeOnly(DiagnosticCode.PluginInvalid).File.ShouldBe("cells/pcm-one.memcell.yaml");
    }

    private static OfferedCell Offer(string kind, string name) => new(
        kind,
        new MemoryCell { Name = name, Kind = CellKind.Pcm, AreaF2 = 25, AspectRatio = 1 },
        $"cells/{name}.memcell.yaml");

    private sealed class Cells(params OfferedCell[] offered) : IOfferedCells
    {
        public IReadOnlyList<OfferedCell> Offered { get; } = offered;
    }
}
