using Memti.Abstractions;
using Memti.Hosting;

namespace Memti.Contract.Tests;

/// <summary>Every memory that ships, the sample of a third party and technologies that are data alone keep every law.</summary>
public sealed class MemoryContractTests
{
    private static readonly Lazy<string[]> ShippedKinds = new(static () => Kinds(Catalogs.Shipped));
    private static readonly Lazy<string[]> DataKinds = new(static () => Kinds(Catalogs.DataAlone));

    public static TheoryData<string, string> Shipped => Rows(ShippedKinds.Value);

    public static TheoryData<string, string> DataAlone => Rows(DataKinds.Value);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_plugin_keeps_the_law(string kind, string law) => Check(kind, law, Catalogs.Shipped, Catalogs.ShippedArrays);

    [Theory]
    [MemberData(nameof(DataAlone))]
    public void A_technology_of_data_alone_keeps_the_law(string kind, string law) => Check(kind, law, Catalogs.DataAlone, Catalogs.DataArrays);

    [Fact]
    public void The_kinds_under_contract_are_those_of_the_plugins_and_the_sample() =>
        ShippedKinds.Value.ShouldBe(["dram", "hello-memory", "rram", "sram"]);

    [Theory]
    [InlineData("rram", "levels-save-cells")]
    [InlineData("rram", "endurance-stated")]
    [InlineData("sram", "area-grows")]
    [InlineData("hello-memory", "unloads")]
    public void A_law_that_is_about_a_memory_is_tried_on_it(string kind, string law) =>
        Find(kind, law, Catalogs.Shipped, Catalogs.ShippedArrays).Verdict.ShouldBe(LawVerdict.Pass);

    private static void Check(string kind, string law, Func<PluginCatalog> load, IArraySolver arrays)
    {
        LawFinding finding = Find(kind, law, load, arrays);
        finding.Verdict.ShouldNotBe(LawVerdict.Fail, finding.Detail);
        finding.Detail.ShouldNotBeNullOrWhiteSpace();
    }

    private static LawFinding Find(string kind, string law, Func<PluginCatalog> load, IArraySolver arrays)
    {
        using PluginCatalog catalog = load();
        return ConformanceCheck.Try(MemoryLaws.All.Single(one => one.Name == law), new MemorySubject(kind, catalog, load, arrays));
    }

    private static string[] Kinds(Func<PluginCatalog> load)
    {
        using PluginCatalog catalog = load();
        catalog.Diagnostics.ShouldBeEmpty();
        return [.. catalog.Memories.Keys];
    }

    private static TheoryData<string, string> Rows(string[] kinds)
    {
        var rows = new TheoryData<string, string>();
        foreach (string kind in kinds)
            foreach (IMemoryLaw law in MemoryLaws.All)
                rows.Add(kind, law.Name);
        return rows;
    }
}
