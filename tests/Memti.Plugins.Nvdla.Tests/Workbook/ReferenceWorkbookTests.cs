using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>Every value of the published workbook, to 1e-9.</summary>
public sealed class ReferenceWorkbookTests
{
    [ReferenceTheory(ReferenceWorkbook.File)]
    [InlineData("AlexNet", MachineOrganisation.DramOnly, "dram_only")]
    [InlineData("AlexNet", MachineOrganisation.WithSram, "with_sram")]
    [InlineData("ResNet50", MachineOrganisation.DramOnly, "dram_only")]
    [InlineData("ResNet50", MachineOrganisation.WithSram, "with_sram")]
    public void Every_value_of_every_layer_is_that_of_the_sheet(string network, MachineOrganisation organisation, string name)
    {
        JsonElement sheet = ReferenceWorkbook.Sheet(network);
        JsonElement plan = Plans.Plan(new PlanOptions { Organisation = organisation }, ReferenceWorkbook.Network(sheet));
        plan.GetProperty("layers").GetArrayLength().ShouldBe(sheet.GetProperty("layers").GetArrayLength());
        sheet.GetProperty("layers").EnumerateArray().Zip(plan.GetProperty("layers").EnumerateArray())
            .SelectMany(row => ReferenceWorkbook.Differences(row.First, row.Second, name, $"layer {row.First.GetProperty("layer")}"))
            .ShouldBeEmpty();
    }

    [ReferenceTheory(ReferenceWorkbook.File)]
    [InlineData("AlexNet", MachineOrganisation.DramOnly, "dram_only")]
    [InlineData("AlexNet", MachineOrganisation.WithSram, "with_sram")]
    [InlineData("ResNet50", MachineOrganisation.DramOnly, "dram_only")]
    [InlineData("ResNet50", MachineOrganisation.WithSram, "with_sram")]
    public void The_totals_are_those_of_the_sheet(string network, MachineOrganisation organisation, string name)
    {
        JsonElement sheet = ReferenceWorkbook.Sheet(network);
        JsonElement plan = Plans.Plan(new PlanOptions { Organisation = organisation }, ReferenceWorkbook.Network(sheet));
        ReferenceWorkbook.Differences(sheet.GetProperty("totals"), plan.GetProperty("totals"), name, "totals").ShouldBeEmpty();
    }

    [Fact]
    public void A_value_that_differs_is_found()
    {
        Network network = Engines.ANetwork(Engines.AConvolution());
        JsonNode moved = PlanStudy.Run(new PlanOptions(), network).Document["layers"]![0]!.DeepClone();
        moved["dram_only"]!["mac_cycles"] = moved["dram_only"]!["mac_cycles"]!.GetValue<double>() * (1 + 1e-8);
        moved["other"] = 1;
        ReferenceWorkbook.Differences(
            JsonSerializer.SerializeToElement(moved), Plans.First(new PlanOptions(), network.Layers[0]), "dram_only", "conv")
            .Select(static difference => difference.Split(' ')[0]).ShouldBe(["conv.dram_only.mac_cycles", "conv.other"]);
    }
}
