using System.Text.Json;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Studies;
using Memti.Plugins.Nvdla.Device.Programming;
using Memti.Plugins.Nvdla.Options;
using Memti.Plugins.Nvdla.Tests.Workbook;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>Every network that ships has registers, and runs through them as planned.</summary>
public sealed class ShippedProgramTests
{
    [Theory]
    [InlineData("alexnet", RegisterLayout.Full)]
    [InlineData("googlenet", RegisterLayout.Full)]
    [InlineData("googlenet", RegisterLayout.Small)]
    [InlineData("mobilenetv2", RegisterLayout.Full)]
    [InlineData("mobilenetv2", RegisterLayout.Small)]
    [InlineData("resnet50", RegisterLayout.Small)]
    public void A_network_that_ships_takes_the_time_of_its_plan_through_registers(string name, RegisterLayout map)
    {
        Network network = Plans.Shipped(name);
        var options = new NvdlaOptions { TimeModel = TimeModel.LayerMaximum, RegisterMap = map };
        RegisterRun run = DeviceBench.Run(options, network, AnyPlacement());
        run.IsDone.ShouldBeTrue();

        int next = 0;
        foreach ((Layer layer, long planned) in network.Layers.Zip(
            new NvdlaAccelerator(options).Plan(network, AnyPlacement()).Layers.Select(static layer => layer.Duration.Picoseconds)))
        {
            IEnumerable<LayerTime> groups = run.Layers.Skip(next).Take(layer.Groups);
            // Each hardware layer rounds to a picosecond by itself.
            Math.Abs(groups.Sum(static group => group.Duration.Picoseconds) - planned).ShouldBeLessThanOrEqualTo(
                layer.Groups - 1, layer.Name);
            next += layer.Groups;
        }

        run.Layers.Count.ShouldBe(next);
    }

    [Fact]
    public void A_depthwise_layer_is_one_hardware_layer_for_each_channel()
    {
        var programmer = new LayerProgrammer(new NvdlaOptions(), RegisterLayout.Full, DeviceBench.Addresses);
        Layer depthwise = AConvolution(channels: 4, px: 8, kernels: 4) with { Groups = 4, SharedParameters = 36, TaskParameters = 0 };
        IReadOnlyList<ProgrammedLayer> layers = programmer.ProgramGroups(depthwise, first: false);

        layers.Select(static layer => layer.Name).ShouldBe(["conv/1", "conv/2", "conv/3", "conv/4"]);
        layers.Select(static layer => Value(layer, "CDMA", "D_DATAIN_SIZE_1")).ShouldAllBe(static value => value == 0);
        layers.Select(static layer => Value(layer, "CDMA", "D_WEIGHT_SIZE_0")).ShouldAllBe(static value => value == 8);
        layers.Select(static layer => Value(layer, "CDMA", "D_WEIGHT_ADDR_LOW")).ShouldBe([0u, 9u, 18u, 27u]);
        layers.Select(static layer => Value(layer, "CDMA", "D_DAIN_ADDR_LOW_0")).ShouldBe([0u, 64u, 128u, 192u]);
        layers.Select(static layer => Value(layer, "SDP", "D_DST_BASE_ADDR_LOW")).ShouldBe([0u, 64u, 128u, 192u]);
    }

    [Fact]
    public void The_rows_of_a_listing_are_those_of_the_network()
    {
        Layer depthwise = AConvolution(channels: 4, px: 8, kernels: 4) with { Groups = 4, SharedParameters = 36, TaskParameters = 0 };
        StudyResult listing = ProgramStudy.Run(new ProgramOptions(), ANetwork(AConvolution(kernels: 4), depthwise));
        listing.Tables[0].Rows.Select(static row => (row[0], row[1])).Distinct().ShouldBe(
            [(1L, "conv"), (2L, "conv/1"), (2L, "conv/2"), (2L, "conv/3"), (2L, "conv/4")]);
        JsonSerializer.SerializeToElement(listing.Document).GetProperty("layers").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public void Pooling_reads_its_input_from_memory_whoever_read_it_before()
    {
        Network network = ANetwork(AConvolution(), InterruptTests.APooling() with { SharesInput = true });
        var options = new NvdlaOptions { TimeModel = TimeModel.LayerMaximum };
        DeviceBench bench = DeviceBench.Of(options, network, AnyPlacement());
        LayerTime pooling = bench.Run(network).Layers[1];
        bench.Host.Transfers[^2].Direction.ShouldBe(TransferDirection.Read, "before it writes its output");
        pooling.Duration.ShouldBe(new NvdlaAccelerator(options).Plan(network, AnyPlacement()).Layers[1].Duration);
    }

    private static uint Value(ProgrammedLayer layer, string unit, string register) =>
        layer.Writes.Single(write => write.Unit == unit && write.Register == register).Value;
}
