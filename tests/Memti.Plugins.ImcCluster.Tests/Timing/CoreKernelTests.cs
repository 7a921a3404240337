using System.Globalization;
using Memti.Plugins.ImcCluster.Options;
using Memti.Plugins.ImcCluster.Timing;

namespace Memti.Plugins.ImcCluster.Tests.Timing;

public sealed class CoreKernelTests
{
    [ReferenceFact(Reference.Cluster)]
    public void Pointwise_kernels_have_the_counted_rate_for_every_number_of_inputs()
    {
        foreach (var rate in Reference.Of(Reference.Cluster).GetProperty("software_baseline").GetProperty("kernel_cycle_model")
            .GetProperty("pointwise_mac_per_cycle").EnumerateObject())
        {
            // 5 % of rounding in the reference; 64 outputs are whole groups of four.
            var layer = Nets.Pointwise("pw", int.Parse(rate.Name, CultureInfo.InvariantCulture), 64, 16);
            double ours = layer.MultiplyAccumulates / new CoreKernels(new ImcClusterOptions()).Product(layer);
            ours.ShouldBe(rate.Value.GetDouble(), Math.Max(0.05, rate.Value.GetDouble() * 0.01), rate.Name);
        }
    }

    [Fact]
    public void A_pointwise_kernel_is_counted_instruction_by_instruction() => // 98 x 144 x (14 x 24 + 65) / 8
        new CoreKernels(new ImcClusterOptions()).Product(Nets.Pointwise("pw", 96, 576, 14)).ShouldBe(707_364, 1e-6);

    [Theory]
    [InlineData(DepthwiseKernel.Chw, 4.8)]
    [InlineData(DepthwiseKernel.Hwc, 1.82)]
    public void Depthwise_software_has_the_counted_rate(DepthwiseKernel kernel, double macsPerCycle)
    {
        var layer = Nets.Depthwise("dw", 96, 14);
        double cycles = new CoreKernels(new ImcClusterOptions { DepthwiseKernel = kernel }).Product(layer);

        (layer.MultiplyAccumulates / cycles).ShouldBe(macsPerCycle, 0.01);
    }

    [Fact]
    public void Twice_the_cores_take_half_the_cycles() =>
        new CoreKernels(new ImcClusterOptions { Cores = 16 }).Product(Nets.Pointwise("pw", 96, 576, 14)).ShouldBe(707_364 / 2.0, 1e-6);

    [Fact]
    public void Conflicts_cost_the_cores_a_few_percent()
    {
        double factor = new SharedL1(new ImcClusterOptions { L1Conflicts = L1Conflicts.Expected }).CoreFactor;

        factor.ShouldBeInRange(1.005, 1.05);
        new SharedL1(new ImcClusterOptions { L1Conflicts = L1Conflicts.Expected, L1Banks = 4 }).CoreFactor.ShouldBeGreaterThan(factor);
    }
}
