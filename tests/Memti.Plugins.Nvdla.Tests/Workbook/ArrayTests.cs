using System.Text.Json;
using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;
using Memti.Networks;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>Cycles by the shape of the array: ceil(C / a) ceil(K / b) R S P Q.</summary>
public sealed class ArrayTests
{
    /// <summary>Three layers of 3, 8 and 8 channels to 8 kernels of 3 x 3, 32 x 32 positions.</summary>
    private static readonly Network EightChannels =
        Engines.ANetwork([.. new[] { 3, 8, 8 }.Select(static channels => Engines.AConvolution(channels, px: 32, kernels: 8))]);

    [Theory]
    [InlineData("nv_small")]
    [InlineData("nv_small_256")]
    [InlineData("nv_medium_512")]
    [InlineData("nv_medium_1024")]
    [InlineData("nv_large")]
    public void Few_channels_take_a_cycle_for_each_tap_and_position_whatever_the_array(string preset) =>
        MacCycles(new PlanOptions { Preset = preset }, EightChannels).ShouldBe([9216, 9216, 9216]);

    [ReferenceTheory("../cases/tables/eight-channels.csv")]
    [InlineData("nv_small")]
    [InlineData("nv_large")]
    public void A_table_of_few_channels_takes_as_many(string preset) =>
        MacCycles(
            new PlanOptions { Preset = preset },
            Plans.Named(NetworkFile.Read(RepositoryFiles.Reference("../cases/tables/eight-channels.csv"))))
            .ShouldBe([9216, 9216, 9216]);

    [Theory]
    [InlineData("nv_small", 13 * 5)]
    [InlineData("nv_small_256", 4 * 5)]
    [InlineData("nv_medium_512", 4 * 3)]
    [InlineData("nv_medium_1024", 4 * 2)]
    [InlineData("nv_large", 2 * 2)]
    public void Cubes_and_blocks_are_rounded_up_to_the_array(string preset, int cubesAndBlocks) =>
        MacCycles(
            new PlanOptions { Preset = preset }, Engines.ANetwork(Engines.AConvolution(channels: 100, px: 32, kernels: 40, stride: 2)))
            .ShouldBe([cubesAndBlocks * 9 * 16 * 16]);

    [Fact]
    public void A_shape_that_is_given_goes_before_that_of_the_preset()
    {
        MacCycles(new PlanOptions { Preset = "nv_large", Array = "8x256" }, EightChannels).ShouldBe([9216, 9216, 9216]);
        MacCycles(new PlanOptions { Preset = "nv_large", Array = "4x512" }, EightChannels).ShouldBe([9216, 18432, 18432]);
        MacCycles(new PlanOptions { Preset = "nv_large", Array = "none" }, EightChannels).ShouldBe([1152, 1152, 1152]);
        MacCycles(new PlanOptions { Array = "64x32", Winograd = WinogradRule.Off }, EightChannels).ShouldBe([9216, 9216, 9216]);
    }

    [Fact]
    public void Other_multipliers_have_the_shape_of_their_number()
    {
        Input(new PlanOptions { Preset = "nv_large", Macs = 256 }).GetProperty("array").GetString().ShouldBe("32x8");
        Input(new PlanOptions { Macs = 256 }).GetProperty("array").GetString().ShouldBe("none");
    }

    [Theory]
    [InlineData("dram_only")]
    [InlineData("input_kb", "weight_kb", "output_kb", "min_input_kb", "min_weight_kb")]
    public void Nothing_in_memory_is_padded_to_the_array(params string[] fields)
    {
        Layer layer = Engines.AConvolution(channels: 3, px: 32, kernels: 8);
        JsonElement flat = Plans.Second(new PlanOptions { Preset = "nv_large", Array = "none" }, layer);
        JsonElement shaped = Plans.Second(new PlanOptions { Preset = "nv_large" }, layer);
        foreach (string field in fields)
            Size(shaped.GetProperty(field)).ShouldBe(Size(flat.GetProperty(field)), field);
    }

    [Fact]
    public void A_sweep_gives_each_number_of_multipliers_its_own_shape()
    {
        var options = new SweepOptions { Preset = "nv_large", CbufKb = "512", DramGbps = "10000", Sheet = "none" };
        StudyResult sweep = SweepStudy.Run(options, EightChannels);
        sweep.Tables[0].Rows
            .Select(static row => (double)row[3]!)
            .ShouldAllBe(static cycles => cycles == 3 * 9216 || cycles == 2 * 3 * 9216);
        ((double)sweep.Tables[0].Rows[0][3]!).ShouldBe(2 * 3 * 9216); // 8x4: eight kernels are two blocks
    }

    [Fact]
    public void The_published_run_of_AlexNet_is_further_off_without_the_shape()
    {
        // nvdla/hw, issue 202: 2,093,882 cycles in RTL simulation where the workbook has 895,443.
        Cycles(new PlanOptions()).ShouldBe(895_443.5625, 1e-6);
        Cycles(new PlanOptions { Preset = "nv_full", DramGbps = 10 }).ShouldBe(1_980_351);
    }

    private static double Cycles(PlanOptions options) =>
        Plans.Plan(options, Plans.Shipped("alexnet")).GetProperty("totals").Dram("total_cycles");

    private static double[] MacCycles(PlanOptions options, Network network) =>
        [.. Plans.Plan(options, network).GetProperty("layers").EnumerateArray().Select(static layer => layer.Dram("mac_cycles"))];

    private static JsonElement Input(PlanOptions options) => Plans.Plan(options, EightChannels).GetProperty("input");

    private static double Size(JsonElement field) => field.ValueKind == JsonValueKind.Object ? field.Number("dram_kb") : field.GetDouble();
}
