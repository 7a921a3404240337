using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Adapters.Backbones;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>Energy and traffic of an inference through the registers are those of its plan.</summary>
public sealed class DeviceWorkTests
{
    private const double Rounding = 1e-12;

    private static readonly Placement Mixed = new()
    {
        SharedWeights = new MemoryPort("rram", OnChip: true, Rate(9), Rate(1)),
        TaskWeights = new MemoryPort("sram", OnChip: true, Rate(21), Rate(17)),
        Activations = new MemoryPort("sram", OnChip: true, Rate(21), Rate(17)),
        Input = new MemoryPort("dram", OnChip: false, Rate(12.8), Rate(12.8)),
    };

    [Theory]
    [InlineData(EnergyModel.AveragePower, AdapterForm.None)]
    [InlineData(EnergyModel.AveragePower, AdapterForm.Parallel)]
    [InlineData(EnergyModel.PerOperation, AdapterForm.None)]
    [InlineData(EnergyModel.PerOperation, AdapterForm.Series)]
    public void ResNet26_takes_the_energy_of_its_plan(EnergyModel model, AdapterForm form)
    {
        var options = new NvdlaOptions { TimeModel = TimeModel.LayerMaximum, EnergyModel = model };
        Network network = PaperNetworks(form)[0] with { SharedBits = 6, TaskBits = 7 };
        EnergyDifference(options, network, Mixed).ShouldBeLessThan(Rounding);
    }

    [Fact]
    public void Any_network_takes_the_energy_and_the_traffic_of_its_plan() =>
        Prop.ForAll(
            Arb.From(Generators.Options), Arb.From(Generators.Placements), Arb.From(RegisterRunTests.AnyNetwork),
            static (options, placement, network) =>
        {
            options.TimeModel = TimeModel.LayerMaximum;
            options.EnergyModel = network.Layers.Count % 2 == 0 ? EnergyModel.AveragePower : EnergyModel.PerOperation;
            return EnergyDifference(options, network, placement) < Rounding && Moved(options, network, placement);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(AdapterForm.None)]
    [InlineData(AdapterForm.Parallel)]
    public void ResNet26_moves_the_bits_of_its_plan(AdapterForm form) =>
        Moved(new NvdlaOptions(), PaperNetworks(form)[0] with { SharedBits = 6, TaskBits = 7 }, Mixed).ShouldBeTrue();

    [Fact]
    public void The_device_is_busy_from_the_first_layer_to_the_last()
    {
        DeviceBench bench = Inference(new NvdlaOptions(), AnAdapterNetwork(), Mixed);
        bench.Host.Busy.ShouldBe([(SimTime.Zero, true, true), (bench.Host.Works[^1].Time, false, false)]);
    }

    [Fact]
    public void Each_inference_is_reported_by_its_first_layer()
    {
        var bench = new DeviceBench(placement: Mixed);
        bench.Run(AnAdapterNetwork());
        bench.Run(AnAdapterNetwork());
        bench.Host.Busy.Select(static change => (change.Busy, change.StartsInference))
            .ShouldBe([(true, true), (false, false), (true, true), (false, false)]);
    }

    [Theory]
    [InlineData(EnergyModel.AveragePower)]
    [InlineData(EnergyModel.PerOperation)]
    public void A_reset_within_a_layer_spends_the_part_that_ran(EnergyModel model)
    {
        var options = new NvdlaOptions { TimeModel = TimeModel.LayerMaximum, EnergyModel = model };
        DeviceBench whole = Inference(options, AnAdapterNetwork(), Mixed);
        LayerPlan third = new NvdlaAccelerator(options).Plan(AnAdapterNetwork(), Mixed).Layers[2];
        SimTime part = SimTime.FromPicoseconds(third.Duration.Picoseconds / 4);
        var bench = DeviceBench.Of(options, AnAdapterNetwork(), Mixed);
        bench.Begin(AnAdapterNetwork());
        bench.Machine.RunUntil(whole.Host.Works[1].Time + part);
        bench.Device.Reset();
        double share = (double)part.Picoseconds / third.Duration.Picoseconds;
        bench.Host.Works.Count.ShouldBe(3);
        Close(bench.Host.Works[2].Work.Dynamic.Joules, whole.Host.Works[2].Work.Dynamic.Joules * share);
        Close(bench.Host.Works[2].Work.Compute.Joules, whole.Host.Works[2].Work.Compute.Joules * share);
        bench.Host.Busy[^1].ShouldBe((bench.Machine.Now, false, false));
    }

    [Fact]
    public void A_reset_of_an_idle_device_spends_nothing()
    {
        var bench = new DeviceBench();
        bench.Device.Reset();
        bench.Host.Works.ShouldBeEmpty();
        bench.Host.Busy.ShouldBeEmpty();
    }

    [Fact]
    public void A_layer_that_memories_make_longer_draws_the_average_power_longer()
    {
        var options = new NvdlaOptions { Active = Power.FromMilliwatts(300), Idle = Power.FromMilliwatts(100) };
        var bench = new DeviceBench(options, placement: Mixed);
        // Another master's transfer holds the memory of the input for a microsecond.
        bench.Host.Transfer(DeviceBench.Addresses.Input, TransferDirection.Read, DataSize.FromBytes(12_800), static () => { });
        RegisterRun run = bench.Run(AnAdapterNetwork());
        run.Layers[0].Duration.ShouldBeGreaterThan(SimTime.FromMicroseconds(1));
        Close(bench.Host.Dynamic, 0.2 * run.Layers.Sum(static layer => layer.Duration.Seconds));
    }

    private static Bandwidth Rate(double gigabytes) => Bandwidth.FromGigabytesPerSecond(gigabytes);

    private static void Close(double actual, double expected) => actual.ShouldBe(expected, Math.Abs(expected) * Rounding);

    private static DeviceBench Inference(NvdlaOptions options, Network network, Placement placement)
    {
        var bench = DeviceBench.Of(options, network, placement);
        bench.Run(network).IsDone.ShouldBeTrue();
        return bench;
    }

    /// <summary>The greater of the relative differences of both energies.</summary>
    private static double EnergyDifference(NvdlaOptions options, Network network, Placement placement)
    {
        InferencePlan plan = new NvdlaAccelerator(options).Plan(network, placement);
        RecordingHost host = Inference(options, network, placement).Host;
        return Math.Max(
            Math.Abs((host.Dynamic / plan.DynamicEnergy.Joules) - 1), Math.Abs((host.Compute / plan.ComputeEnergy!.Value.Joules) - 1));
    }

    private static bool Moved(NvdlaOptions options, Network network, Placement placement)
    {
        InferencePlan plan = new NvdlaAccelerator(options).Plan(network, placement);
        return Sums(Inference(options, network, placement).Host.Transfers).SequenceEqual(Sums(plan.Traffic));
    }

    private static IEnumerable<(string, TransferDirection, long)> Sums(IEnumerable<Traffic> traffic) => traffic
        .GroupBy(static one => (one.Memory, one.Direction))
        .Select(static group => (group.Key.Memory, group.Key.Direction, Bits: group.Sum(static one => one.Size.Bits)))
        .Where(static sum => sum.Bits > 0)
        .Order();
}
