using Memti.Plugins.Catalog;
using Memti.Plugins.Conformance;
using Memti.Plugins.Trials;

namespace Memti.Contract.Tests;

/// <summary>Every memory that ships, the sample of a third party and technologies that are data alone keep every law.</summary>
public sealed class MemoryContractTests
{
    private static readonly Lazy<string[]> Kinds = new(Offered);

    public static TheoryData<string, string> Laws
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (string kind in Kinds.Value)
                foreach (IMemoryLaw law in MemoryLaws.All)
                    rows.Add(kind, law.Name);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void A_memory_keeps_the_law(string kind, string law)
    {
        LawFinding finding = Find(kind, law);
        finding.Verdict.ShouldNotBe(LawVerdict.Fail, finding.Detail);
        finding.Detail.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void The_kinds_under_contract_are_those_of_plugins_of_cells_and_of_the_samples() =>
        Kinds.Value.ShouldBe(["ctt", "dram", "fefet", "flash", "hello-cbram", "hello-memory", "pcm", "pcm-crossbar", "rram", "sram", "stt-mram"]);

    [Theory]
    [InlineData("rram", "levels-save-cells")]
    [InlineData("rram", "endurance-stated")]
    [InlineData("sram", "area-grows")]
    [InlineData("rram", "level-rates-sum")]
    [InlineData("ctt", "levels-cost-writing")]
    [InlineData("hello-cbram", "level-rates-sum")]
    [InlineData("hello-memory", "unloads")]
    public void A_law_that_is_about_a_memory_is_tried_on_it(string kind, string law) =>
        Find(kind, law).Verdict.ShouldBe(LawVerdict.Pass);

    private static LawFinding Find(string kind, string law)
    {
        using PluginCatalog catalog = Catalogs.Shipped();
        return ConformanceCheck.Try(
            MemoryLaws.All.Single(one => one.Name == law), new MemorySubject(kind, catalog, Catalogs.Shipped, Catalogs.Arrays));
    }

    private static string[] Offered()
    {
        using PluginCatalog catalog = Catalogs.Shipped();
        catalog.Diagnostics.ShouldBeEmpty();
        return [.. catalog.Memories.Keys];
    }
}
