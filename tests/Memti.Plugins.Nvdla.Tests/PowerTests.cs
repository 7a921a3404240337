using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.EnergyEstimates;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests;

public sealed class PowerTests
{
    [Theory]
    [InlineData(2048, 291)]
    [InlineData(1024, 143)]
    [InlineData(512, 80)]
    [InlineData(256, 48)]
    [InlineData(128, 31)]
    [InlineData(64, 21)]
    [InlineData(32, 17)]
    public void Active_power_is_the_published_one_scaled_from_16_to_22_nm(int macs, double milliwatts) =>
        EnginePower.Active(new NvdlaOptions { Macs = macs }).Milliwatts.ShouldBe(milliwatts * 22 / 16, 1e-9);

    [Fact]
    public void Active_power_goes_with_the_clock() =>
        EnginePower.Active(new NvdlaOptions { Clock = Frequency.FromMegahertz(500) }).Milliwatts.ShouldBe(143 * 22 / 16.0 / 2, 1e-9);

    [Fact]
    public void An_inference_costs_what_it_draws_above_idle()
    {
        var options = new NvdlaOptions { Active = Power.FromMilliwatts(300), Idle = Power.FromMilliwatts(100) };
        InferencePlan plan = new NvdlaAccelerator(options).Plan(APlainNetwork(), AnyPlacement());
        plan.DynamicEnergy.Joules.ShouldBe(0.2 * plan.Duration.Seconds, 1e-15);
    }

    [Fact]
    public void Figures_are_those_of_the_options()
    {
        var options = new NvdlaOptions { Active = Power.FromMilliwatts(200) };
        AcceleratorFigures figures = new NvdlaAccelerator(options).Figures;
        figures.OnPower.Milliwatts.ShouldBe(180, 1e-9);
        (figures.OffPower, figures.WakeLatency, figures.WakeEnergy).ShouldBe((options.Off, options.WakeLatency, options.WakeEnergy));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1024)]
    public void A_fitted_scale_moves_the_power_of_every_size_alike(int macs) =>
        EnginePower.Active(new NvdlaOptions { Macs = macs, PowerScale = 2.75 }).Milliwatts
            .ShouldBe(2 * EnginePower.Active(new NvdlaOptions { Macs = macs }).Milliwatts, 1e-9);

    [Fact]
    public void The_idle_share_sets_the_power_between_inferences() =>
        EnginePower.Idle(new NvdlaOptions { Active = Power.FromMilliwatts(200), IdleShare = 0.25 }).Milliwatts.ShouldBe(50, 1e-9);
}
