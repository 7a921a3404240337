using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;
using Memti.Plugins.Adapters.Backbones;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests;

/// <summary>
/// Three ResNet-26 inferences per frame on 1024 MACs at 1 GHz: Donato et al., IEEE Micro 2019, and bounds derived from it.
/// </summary>
public sealed class PublishedRateTests
{
    [Theory]
    [InlineData(AdapterForm.None, false, 393)]
    [InlineData(AdapterForm.None, true, 818)]
    [InlineData(AdapterForm.Parallel, false, 354)]
    [InlineData(AdapterForm.Parallel, true, 664)]
    public void The_compute_bound_by_the_workbook_is_the_derived_one(AdapterForm form, bool winograd, double framesPerSecond)
    {
        var options = new NvdlaOptions { Winograd = winograd, WeightPort = Plenty, Array = "none" };
        FramesPerSecond(options, PaperNetworks(form), AnyPlacement()).ShouldBe(framesPerSecond, 0.5);
    }

    [Theory]
    [InlineData(AdapterForm.None, false, 384.8)]
    [InlineData(AdapterForm.None, true, 801.7)]
    [InlineData(AdapterForm.Parallel, false, 346.3)]
    [InlineData(AdapterForm.Parallel, true, 651.0)]
    public void The_compute_bound_by_the_shape_of_the_array_is_lower(AdapterForm form, bool winograd, double framesPerSecond)
    {
        var options = new NvdlaOptions { Winograd = winograd, WeightPort = Plenty };
        FramesPerSecond(options, PaperNetworks(form), AnyPlacement()).ShouldBe(framesPerSecond, 0.5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Stride_folding_moves_no_bound_of_this_network(bool folding)
    {
        var options = new NvdlaOptions { StrideFolding = folding, WeightPort = Plenty, Array = "none" };
        FramesPerSecond(options, PaperNetworks(AdapterForm.Parallel), AnyPlacement()).ShouldBe(664.3, 0.05);
    }

    [Theory]
    [InlineData(12.8e9, 731)] // LPDDR4-3200, x32, decimal
    [InlineData(12.8 * 1.024e9, 749)] // the same rate in 10^6 KiB/s: the paper's all DRAM
    public void Plain_networks_read_from_dram_reach_the_published_rate(double bytesPerSecond, double framesPerSecond)
    {
        var rate = Bandwidth.FromBytesPerSecond(bytesPerSecond);
        FramesPerSecond(
            new NvdlaOptions(), PaperNetworks(AdapterForm.None), WeightsIn(new MemoryPort("backing", OnChip: false, rate, rate)))
            .ShouldBe(framesPerSecond, 0.5);
    }

    [Theory]
    [InlineData(AdapterForm.None, 484.7)]
    [InlineData(AdapterForm.Parallel, 436.7)]
    public void The_fitted_weight_port_gives_the_published_rate_of_weights_on_the_chip(AdapterForm form, double framesPerSecond)
    {
        var options = new NvdlaOptions { WeightPort = Bandwidth.FromBytesPerSecond(8.486e9) };
        Placement placement = WeightsIn(
            new MemoryPort("shared", OnChip: true, Plenty, Plenty), new MemoryPort("task", OnChip: true, Plenty, Plenty));
        FramesPerSecond(options, PaperNetworks(form), placement).ShouldBe(framesPerSecond, 0.3);
    }

    [Theory]
    [InlineData(true, 527.5)]
    [InlineData(false, 355)]
    public void Overlap_within_layers_only_stays_far_below_the_published_rate_from_dram(bool winograd, double framesPerSecond)
    {
        var options = new NvdlaOptions { TimeModel = TimeModel.LayerMaximum, Winograd = winograd };
        var rate = Bandwidth.FromBytesPerSecond(12.8 * 1.024e9);
        FramesPerSecond(options, PaperNetworks(AdapterForm.None), WeightsIn(new MemoryPort("backing", OnChip: false, rate, rate)))
            .ShouldBe(framesPerSecond, 1);
    }
}
