using System.Text.Json;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>What a plan says of layers adds up to what it says of the network.</summary>
public sealed class PlanLawTests
{
    private static readonly string[] Causes = ["compute_nj", "buffer_nj", "post_processing_nj", "interfaces_nj", "clock_nj"];

    private static readonly Gen<(Network Network, MachineOrganisation Organisation, double PowerScale)> Asked =
        from network in WorkbookGenerators.Networks
        from organisation in Gen.Elements(Enum.GetValues<MachineOrganisation>())
        from scale in Gen.Elements(1, 22.0 / 16, 3)
        select (network, organisation, scale);

    [Theory]
    [InlineData("max_cycles", "total_cycles")]
    [InlineData("dram_kb", "dram_kb")]
    public void A_total_is_the_sum_of_the_layers(string field, string total) =>
        ForAll((plan, name) => Near(Totals(plan, name).Number(total), Layers(plan).Sum(layer => layer.GetProperty(name).Number(field))));

    [Fact]
    public void Utilisation_is_that_of_the_sums() =>
        ForAll(static (plan, name) =>
            Near(
                Totals(plan, name).Number("hw_mac_utilisation"),
                Layers(plan).Sum(layer => layer.GetProperty(name).Number("mac_cycles")) / Totals(plan, name).Number("total_cycles"))
            && Near(
                Totals(plan, name).Number("network_mac_utilisation"),
                Layers(plan).Sum(static layer => layer.Number("macs")) / 2048 / Totals(plan, name).Number("total_cycles")));

    [Fact]
    public void Energy_of_a_layer_is_the_sum_of_its_causes() =>
        ForAll(static (plan, _) => Layers(plan).All(static layer =>
            Near(layer.GetProperty("energy").Number("energy_nj"), Causes.Sum(cause => layer.GetProperty("energy").Number(cause)))));

    [Fact]
    public void No_cause_gives_energy_back() =>
        ForAll(static (plan, _) => Layers(plan).All(static layer => Causes.All(cause => layer.GetProperty("energy").Number(cause) >= 0)));

    [Fact]
    public void Energy_of_the_network_is_the_sum_of_its_layers_and_power_is_energy_over_time() =>
        ForAll(static (plan, name) =>
        {
            JsonElement totals = Totals(plan, name);
            return Near(
                totals.Number("energy_uj"), Layers(plan).Sum(static layer => layer.GetProperty("energy").Number("energy_nj")) / 1000)
                && Near(totals.Number("power_mw"), totals.Number("energy_uj") / totals.Number("total_ms"));
        });

    [Fact]
    public void Energy_goes_with_the_factor_of_the_node()
    {
        Network network = Plans.Shipped("alexnet");
        double at16 = Plans.Plan(new PlanOptions { PowerScale = 1 }, network)
            .GetProperty("totals")
            .GetProperty("dram_only")
            .Number("energy_uj");
        Plans.Plan(new PlanOptions { PowerScale = 2 }, network)
            .GetProperty("totals")
            .GetProperty("dram_only")
            .Number("energy_uj")
            .ShouldBe(2 * at16, 1e-9 * at16);
    }

    private static void ForAll(Func<JsonElement, string, bool> law) => Prop.ForAll(Arb.From(Asked), asked =>
    {
        try
        {
            JsonElement plan = Plans.Plan(
                new PlanOptions { Organisation = asked.Organisation, PowerScale = asked.PowerScale }, asked.Network);
            return law(plan, asked.Organisation == MachineOrganisation.DramOnly ? "dram_only" : "with_sram");
        }
        catch (MemtiException error) when (error.Diagnostic.Code == DiagnosticCode.UnsupportedLayer)
        {
            return true;
        }
    }).QuickCheckThrowOnFailure();

    private static JsonElement.ArrayEnumerator Layers(JsonElement plan) => plan.GetProperty("layers").EnumerateArray();

    private static JsonElement Totals(JsonElement plan, string organisation) => plan.GetProperty("totals").GetProperty(organisation);

    private static bool Near(double one, double other) => Math.Abs(one - other) <= 1e-12 * Math.Abs(other);
}
