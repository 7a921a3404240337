using System.Text.Json;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>Frames that share a fetch of weights, and what is left of it in the primary memory.</summary>
public sealed class BatchTests
{
    private static readonly Layer Connected = Engines.AConvolution(channels: 256, px: 6, kernels: 40, kernel: 6) with
    {
        Kind = LayerKind.FullyConnected,
        OutputHeight = 1,
        OutputWidth = 1,
        ZeroPadding = false
    };

    // 16 KiB in, 16 KiB out, weights of 4 KiB
    private static readonly Layer Convolution = Engines.AConvolution(channels: 64, px: 16, kernels: 64, kernel: 1);

    [Theory]
    [InlineData(1, 48)] // kernels padded to 48
    [InlineData(16, 40)] // 640 frames' kernels need no padding
    public void A_connected_layer_is_padded_over_the_frames_that_it_works_on(int batch, double kernels) =>
        Plans.Second(new PlanOptions { FcBatch = batch }, Connected).Dram("mac_cycles").ShouldBe(256 * 36 * kernels / 2048, 1e-9);

    [Theory]
    [InlineData(Passes.Single, 16, 360 / 16.0)]
    [InlineData(Passes.Single, 1, 360)]
    [InlineData(Passes.Multiple, 16, 360)] // the workbook's ResNet-50 does not share them
    public void Frames_share_the_weights_of_a_connected_layer_where_each_is_read_once(Passes passes, int batch, double weightKib)
    {
        JsonElement layer = Plans.Second(new PlanOptions { Passes = passes, FcBatch = batch }, Connected);
        layer.Dram("dram_kb").ShouldBe(weightKib + layer.Number("input_kb") + layer.Number("output_kb"), 1e-9);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.25)]
    public void Compression_saves_its_share_of_the_weights(double rate)
    {
        JsonElement layer = Plans.Second(new PlanOptions { WeightCompressionRate = rate }, Convolution);
        (layer.Number("weight_kb"), layer.Number("input_kb")).ShouldBe((4 * (1 - rate), 16));
        layer.Dram("dram_kb").ShouldBe((4 * (1 - rate)) + 32, 1e-9);
    }

    [Theory]
    [InlineData(null, 4)] // unless a sheet says otherwise, each frame fetches its own
    [InlineData(1, 4)]
    [InlineData(8, 0.5)]
    [InlineData(0, 4.0 / 7)] // (228 - 4) / 32 frames fit beside the weights
    public void Frames_share_the_weights_of_a_convolution_beside_a_second_memory(int? batch, double weightKib)
    {
        var options = new PlanOptions { Organisation = MachineOrganisation.WithSram, SramCapacityKb = 228, WeightBatch = batch };
        Plans.Second(options, Convolution).Sram("dram_kb").ShouldBe(weightKib, 1e-9);
    }

    [Fact]
    public void No_more_frames_share_weights_than_the_layer_allows_that_needs_most_room()
    {
        Layer large = Engines.AConvolution(channels: 64, px: 32, kernels: 64, kernel: 1); // 64 KiB in, 64 KiB out: 8 fit
        var options = new PlanOptions { Organisation = MachineOrganisation.WithSram, SramCapacityKb = 1030, WeightBatch = 0 };
        JsonElement layers = Plans.Plan(options, Engines.ANetwork(Convolution, Convolution, large)).GetProperty("layers");
        (layers[1].Sram("batch"), layers[2].Sram("batch")).ShouldBe((32, 8)); // what fits of each layer by itself
        layers[1].Sram("dram_kb").ShouldBe(4 / 8.0, 1e-9);
    }

    [Theory]
    [InlineData("none", 0.25)]
    [InlineData("2", 1)]
    [InlineData("1-3", 1)]
    [InlineData("1,3", 0.25)]
    public void A_capped_layer_shares_with_no_more_frames_than_connected_ones(string layers, double weightKib)
    {
        var options = new PlanOptions { Organisation = MachineOrganisation.WithSram, WeightBatch = 16, FcBatch = 4, CappedLayers = layers };
        Plans.Second(options, Convolution).Sram("dram_kb").ShouldBe(weightKib, 1e-9);
    }

    [Theory]
    [InlineData(null, 32, 4)] // input and output fit
    [InlineData(null, 31, 20)]
    [InlineData("auto", 31, 20)]
    [InlineData("none", 31, 4)]
    [InlineData("2", 4096, 20)]
    [InlineData("3-9,1", 4096, 4)]
    public void The_output_of_a_spilled_layer_goes_to_the_primary_memory_too(string? layers, double capacityKib, double dramKib)
    {
        var options = new PlanOptions { Organisation = MachineOrganisation.WithSram, SramCapacityKb = capacityKib, SpilledLayers = layers };
        Plans.Second(options, Convolution).Sram("dram_kb").ShouldBe(dramKib, 1e-9);
    }

    [Fact]
    public void The_first_layer_reads_its_input_from_the_primary_memory()
    {
        JsonElement first = Plans.First(new PlanOptions { Organisation = MachineOrganisation.WithSram }, Convolution);
        (first.Sram("dram_kb"), first.Sram("sram_read_kb"), first.Sram("sram_write_kb")).ShouldBe((20, 0, 16));
    }
}
