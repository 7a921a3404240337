using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Adapters.Backbones;
using Memti.Plugins.Nvdla.Convolution;
using Memti.Plugins.Nvdla.EnergyEstimates;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.EnergyEstimates;

/// <summary>What is computing: the energy of the operations, whatever the model of power.</summary>
public sealed class ComputeEnergyTests
{
    /// <summary>16/45 (0.8/0.9)^2: 45 nm at 0.9 V to 16 nm at 0.8 V; and 22/16 to 22 nm.</summary>
    private const double Node = 16.0 / 45 * (0.8 / 0.9) * (0.8 / 0.9) * 22 / 16;

    [Theory]
    [InlineData(AdapterForm.None)]
    [InlineData(AdapterForm.Parallel)]
    public void It_is_the_same_in_every_energy_model(AdapterForm form)
    {
        foreach (Network network in PaperNetworks(form))
        {
            Energy average = Compute(new NvdlaOptions { IdleShare = 0.95 }, network);
            Compute(new NvdlaOptions { EnergyModel = EnergyModel.PerOperation }, network).ShouldBe(average);
            Compute(new NvdlaOptions { IdleShare = 0 }, network).ShouldBe(average);
        }
    }

    [Fact]
    public void It_is_what_a_hand_calculation_of_one_layer_gives()
    {
        // 64 kernels of 64 x 1 x 1 on 16 x 16 positions: 1,048,576 products; on 32 x 32 multipliers 2 x 2 x 256 = 1,024 cycles.
        Layer layer = AConvolution(channels: 64, px: 16, kernels: 64, kernel: 1);
        double products = 1_048_576 * 0.3 * Node;
        double buffer = ((16_384 + 4_096) + (1_024 * (32 + 64.0))) * 1.25 * Node; // filled with input and weights, read each cycle
        double outputs = 16_384 * 3.2 * Node;
        double bytes = (16_384 + 4_096 + 16_384) * 0.64 * 22 / 16;
        Compute(new NvdlaOptions(), ANetwork(layer)).Picojoules.ShouldBe(products + buffer + outputs + bytes, 1e-3);
    }

    [Fact]
    public void Products_of_a_transformed_layer_are_fewer_and_padding_forms_none()
    {
        Layer layer = AConvolution(channels: 33, px: 16, kernels: 33);
        double direct = Compute(new NvdlaOptions { Winograd = false, Array = "1024x1" }, ANetwork(layer)).Picojoules;
        double cycles = 33 * 9 * 256 * (1024 + 64.0);
        double rest = ((33 * 256 * 2) + (33 * 33 * 9)) * 0.64 * 22 / 16;
        double filled = (33 * 256) + (33 * 33 * 9);
        direct.ShouldBe((33 * 33 * 9 * 256 * 0.3 * Node) + ((filled + cycles) * 1.25 * Node) + (33 * 256 * 3.2 * Node) + rest, 1e-2);
        MultiplierArray.Products(layer, new NvdlaOptions()).ShouldBe(33 * 33 * 9 * 256 / 2.25, 1e-6);
    }

    [Fact]
    public void It_is_what_comes_on_top_where_operations_are_counted() =>
        ForBoth(
            static plan => plan.ComputeEnergy.ShouldBe(plan.DynamicEnergy), new NvdlaOptions { EnergyModel = EnergyModel.PerOperation });

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.9)]
    [InlineData(0.95)]
    [InlineData(1.0)]
    public void It_is_a_part_of_the_average_power(double idleShare)
    {
        // the multipliers wait for a third of the time
        var options = new NvdlaOptions { IdleShare = idleShare, WeightPort = Bandwidth.FromBytesPerSecond(8.486e9) };
        ForBoth(
            plan =>
            {
                double joules = EnginePower.Active(options).Watts * plan.Duration.Seconds;
                plan.ComputeEnergy!.Value.Joules.ShouldBeInRange(0.2 * joules, 0.8 * joules);
            },
            options);
    }

    private static void ForBoth(Action<InferencePlan> check, NvdlaOptions options)
    {
        foreach (Network network in new[] { APlainNetwork(), AnAdapterNetwork() })
            check(new NvdlaAccelerator(options).Plan(network, AnyPlacement()));
    }

    private static Energy Compute(NvdlaOptions options, Network network) =>
        new NvdlaAccelerator(options).Plan(network, AnyPlacement()).ComputeEnergy.ShouldNotBeNull();
}
