using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Plugins;
using Memti.Documents.Codes;
using Memti.Plugins.Catalog;
using Memti.Plugins.Codes;
using Memti.Plugins.Guarding;
using Memti.Runs.Planning;
using Memti.Scenarios.Bindings;

namespace Memti.Runs.Tests.Networks;

/// <summary>A contract that these tests alone know: nothing in the host is written for it.</summary>
public sealed class NewContractTests : IDisposable
{
    private static readonly PluginContract<ISupply> Supply = new("supply");

    private static readonly string[] VoltsOfThree = ["volts=3"];

    private static readonly string[] WrongKey = ["vults=3"];

    private readonly PluginCatalog _catalog = new(new PluginGuard(TimeSpan.FromSeconds(60)));

    public NewContractTests() => _catalog.AddBuiltIn("test.supplies", new SuppliesPlugin());

    public interface ISupply
    {
        double Volts { get; }
    }

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void Its_kinds_are_in_the_catalog_under_their_type() =>
        _catalog.Of(Supply)["battery"].Create(new BatteryOptions { Volts = 2 }).Volts.ShouldBe(2);

    [Fact]
    public void It_is_listed_after_the_contracts_of_the_host()
    {
        _catalog.Contracts.ShouldBe([.. PluginContract.All, Supply]);
        _catalog.Registrations.Last().Contract.Name.ShouldBe("supply");
    }

    [Fact]
    public void A_section_that_names_it_becomes_a_component()
    {
        ComponentSpec component = Bind(VoltsOfThree, out IReadOnlyList<Diagnostic> findings).ShouldNotBeNull();

        findings.ShouldBeEmpty();
        new ComponentFactory(_catalog, CancellationToken.None).Make(Supply, component).Volts.ShouldBe(3);
    }

    [Fact]
    public void Its_keys_are_checked_as_those_of_every_kind()
    {
        Bind(WrongKey, out IReadOnlyList<Diagnostic> findings);

        findings.ShouldHaveSingleItem().Code.ShouldBe(DocumentCodes.UnknownKey);
    }

    [Fact]
    public void Two_plugins_with_one_kind_of_it_are_one_too_many()
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => _catalog.AddBuiltIn("test.more", new SuppliesPlugin())).Diagnostic;

        finding.Code.ShouldBe(PluginCodes.PluginDuplicate);
        finding.Message.ShouldContain("supply 'battery'");
    }

    [Fact]
    public void A_contract_of_the_same_name_and_another_type_is_another() =>
        _catalog.Of(new PluginContract<IMemoryModel>("supply")).ShouldBeEmpty();

    private ComponentSpec? Bind(string[] keys, out IReadOnlyList<Diagnostic> findings) =>
        ComponentText.Bind(new CatalogKinds(_catalog), Supply, "battery", "--supply", keys, out findings);

    private sealed class BatteryOptions
    {
        [Parameter("Voltage when full", Unit = "V")]
        public double Volts { get; set; } = 1.5;
    }

    private sealed class Battery(BatteryOptions options) : ISupply
    {
        public double Volts => options.Volts;
    }

    private sealed class SuppliesPlugin : IMemtiPlugin
    {
        public void Register(IPluginRegistry registry) =>
            registry.Add(Supply, "battery", static (BatteryOptions options) => new Battery(options));
    }
}
