using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.EnergyEstimates;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.EnergyEstimates;

/// <summary>Energy of operations on top of the power of clock and leakage; and that the average power is what it was.</summary>
public sealed class OperationEnergyTests
{
    [Theory]
    [InlineData(2048)]
    [InlineData(1024)]
    [InlineData(32)]
    public void The_power_between_inferences_is_that_of_clock_and_leakage(int macs) =>
        Engine(new NvdlaOptions { Macs = macs, Clock = Frequency.FromMegahertz(500) }).Figures.OnPower.Milliwatts.ShouldBe(
            ClockPower.Milliwatts(macs) * 22 / 16 / 2, 1e-9);

    [Fact]
    public void A_stated_idle_power_goes_before_it() =>
        Engine(new NvdlaOptions { Idle = Power.FromMilliwatts(7) }).Figures.OnPower.Milliwatts.ShouldBe(7, 1e-12);

    [Fact]
    public void Energy_of_a_network_is_the_sum_over_its_layers()
    {
        Network network = AnAdapterNetwork();
        double whole = Energy(new NvdlaOptions(), network);
        // Behind a first layer of its own, each layer is what it is in the network.
        Layer first = network.Layers[0];
        double alone = Energy(new NvdlaOptions(), network with { Layers = [first] });
        double rest = network.Layers.Skip(1).Sum(layer => Energy(new NvdlaOptions(), network with { Layers = [first, layer] }) - alone);
        (alone + rest).ShouldBe(whole, whole * 1e-9);
    }

    [Fact]
    public void Energy_goes_with_the_factor_of_the_node_and_not_with_time()
    {
        double at16 = Energy(new NvdlaOptions { PowerScale = 1 }, APlainNetwork());
        Energy(new NvdlaOptions { PowerScale = 2 }, APlainNetwork()).ShouldBe(2 * at16, at16 * 1e-9);
        Energy(new NvdlaOptions { PowerScale = 1, Clock = Frequency.FromMegahertz(100) }, APlainNetwork()).ShouldBe(at16, at16 * 1e-9);
    }

    [Fact]
    public void A_layer_costs_its_products_its_buffer_its_outputs_and_its_bytes()
    {
        Layer layer = AConvolution(channels: 64, px: 16, kernels: 64, kernel: 1) with { Pooling = new PoolingWindow(2, 2, 2, 2) };
        LayerEnergy energy = LayerEnergy.Of(layer, AtomicCube.Of(1024), 900_000, 1000, 5000, 7000);
        energy.Compute.ShouldBe(900_000 * OperationEnergy.MultiplyAccumulate, 1e-6);
        energy.Buffer.ShouldBe((5000 + (1000 * 96)) * OperationEnergy.BufferByte, 1e-6);
        energy.PostProcessing.ShouldBe(
            (64 * 256 * OperationEnergy.PostProcessedElement) + (64 * 64 * 4 * OperationEnergy.PooledElement), 1e-6);
        energy.Interfaces.ShouldBe(7000 * OperationEnergy.InterfaceByte, 1e-6);
        energy.Total.ShouldBe(energy.Compute + energy.Buffer + energy.PostProcessing + energy.Interfaces, 1e-6);
    }

    [Fact]
    public void Pooling_by_itself_computes_nothing()
    {
        Layer pooling = AConvolution(channels: 64, px: 16, kernels: 64, kernel: 2) with { Kind = LayerKind.Pooling };
        LayerEnergy.Of(pooling, AtomicCube.Of(1024), 0, 0, 0, 0)
            .ShouldBe(new LayerEnergy(0, 0, 64 * 256 * 4 * OperationEnergy.PooledElement, 0));
    }

    [Fact]
    public void Average_power_is_still_the_default_and_the_published_one()
    {
        var options = new NvdlaOptions();
        InferencePlan plan = new NvdlaAccelerator(options).Plan(APlainNetwork(), AnyPlacement());
        options.EnergyModel.ShouldBe(EnergyModel.AveragePower);
        (plan.DynamicEnergy.Joules + (new NvdlaAccelerator(options).Figures.OnPower.Watts * plan.Duration.Seconds))
            .ShouldBe(143e-3 * 22 / 16 * plan.Duration.Seconds, 1e-12);
    }

    [Fact]
    public void The_energy_model_moves_no_time() =>
        Engine(new NvdlaOptions()).Plan(APlainNetwork(), AnyPlacement()).Duration
            .ShouldBe(new NvdlaAccelerator(new NvdlaOptions()).Plan(APlainNetwork(), AnyPlacement()).Duration);

    private static NvdlaAccelerator Engine(NvdlaOptions options)
    {
        options.EnergyModel = EnergyModel.PerOperation;
        return new NvdlaAccelerator(options);
    }

    private static double Energy(NvdlaOptions options, Network network) =>
        Engine(options).Plan(network, AnyPlacement()).DynamicEnergy.Joules;
}
