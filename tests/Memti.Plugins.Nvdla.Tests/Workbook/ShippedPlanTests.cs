using System.Text.Json;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>
/// Rows of the published workbook at its shipped inputs, from the networks that ship: nvdla/hw, perf/NVDLA_OpenSource_Performance.xlsx.
/// </summary>
public sealed class ShippedPlanTests
{
    [Theory]
    [InlineData("alexnet", 1, 255.84375, 25_585, 49_617.5625, 49_617.5625, "MAC")]
    [InlineData("alexnet", 7, 420.1875, 42_019, 8_112, 42_019, "DRAM")]
    [InlineData("alexnet", 9, 2_317, 231_700, 18_432, 231_700, "DRAM")]
    [InlineData("alexnet", 11, 254.984375, 25_499, 2_000, 25_499, "DRAM")]
    [InlineData("resnet50", 1, 408, 40_800, 153_664, 153_664, "MAC")]
    [InlineData("resnet50", 3, 996, 99_600, 50_176, 99_600, "DRAM")] // the sheet's own 256 input channels
    [InlineData("resnet50", 4, 456, 45_600, 50_176, 50_176, "MAC")]
    [InlineData("resnet50", 13, 1_010, 101_000, 12_544, 101_000, "DRAM")]
    [InlineData("resnet50", 54, 2_002.984375, 200_299, 1_000, 200_299, "DRAM")]
    public void A_row_with_all_in_the_primary_memory_is_that_of_the_sheet(
        string network, int row, double dramKb, double dramCycles, double macCycles, double cycles, string bottleneck)
    {
        JsonElement time = Layer(network, row, MachineOrganisation.DramOnly).GetProperty("dram_only");
        (
            time.Number("dram_kb"),
            time.Number("dram_cycles"),
            time.Number("mac_cycles"),
            time.Number("max_cycles"),
            time.GetProperty("bottleneck").GetString())
            .ShouldBe((dramKb, dramCycles, macCycles, cycles, bottleneck));
    }

    [Theory]
    [InlineData("alexnet", 1, 149.25, 14_925, 0, 2_734, 49_617.5625, "MAC")]
    [InlineData("alexnet", 2, 9.375, 938, 1_367, 845, 54_675, "MAC")] // 71 frames would fit, 16 share the weights
    [InlineData("alexnet", 7, 25.833333333333332, 2_584, 1_268, 180, 8_112, "MAC")] // spilled
    [InlineData("alexnet", 9, 2_313, 231_300, 360, 160, 231_300, "DRAM")]
    [InlineData("resnet50", 1, 212, 21_200, 0, 7_840, 76_832, "MAC")]
    [InlineData("resnet50", 2, 16, 1_600, 7_840, 31_360, 31_360, "CVSRAM-W")]
    [InlineData("resnet50", 3, 16, 1_600, 31_360, 7_840, 31_360, "CVSRAM-R")]
    [InlineData("resnet50", 13, 226, 22_600, 31_360, 3_920, 31_360, "CVSRAM-R")]
    public void A_row_with_a_second_memory_is_that_of_the_sheet(
        string network, int row, double dramKb, double dramCycles, double readCycles, double writeCycles, double cycles, string bottleneck)
    {
        JsonElement time = Layer(network, row, MachineOrganisation.WithSram).GetProperty("with_sram");
        (
            time.Number("dram_kb"),
            time.Number("dram_cycles"),
            time.Number("sram_read_cycles"),
            time.Number("sram_write_cycles"),
            time.Number("max_cycles"),
            time.GetProperty("bottleneck").GetString())
            .ShouldBe((dramKb, dramCycles, readCycles, writeCycles, cycles, bottleneck));
    }

    [Theory]
    [InlineData("alexnet", MachineOrganisation.DramOnly, "dram_only", 895_443.5625, 1116.7649664129447)]
    [InlineData("alexnet", MachineOrganisation.WithSram, "with_sram", 591_475.5625, 1690.6869250409648)]
    [InlineData("resnet50", MachineOrganisation.DramOnly, "dram_only", 7_113_691, 140.57400019202407)]
    [InlineData("resnet50", MachineOrganisation.WithSram, "with_sram", 5_161_544, 193.74047765552322)]
    public void The_totals_of_a_network_that_ships_are_those_of_the_sheet(
        string network, MachineOrganisation organisation, string name, double cycles, double framesPerSecond)
    {
        JsonElement totals = Plans.Plan(new PlanOptions { Organisation = organisation }, Plans.Shipped(network))
            .GetProperty("totals")
            .GetProperty(name);
        totals.Number("total_cycles").ShouldBe(cycles, 1e-9 * cycles);
        totals.Number("fps").ShouldBe(framesPerSecond, 1e-9 * framesPerSecond);
    }

    private static JsonElement Layer(string network, int row, MachineOrganisation organisation) =>
        Plans.Plan(new PlanOptions { Organisation = organisation }, Plans.Shipped(network)).GetProperty("layers")[row - 1];
}
