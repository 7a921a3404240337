using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Adapters.Backbones;
using Memti.Plugins.Nvdla.Device.Programming;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Device;

/// <summary>
/// A network that is programmed through registers takes the time that the analytic plan gives each layer, to the picosecond.
/// </summary>
public sealed class RegisterRunTests
{
    private static readonly Placement Mixed = new()
    {
        SharedWeights = new MemoryPort("rram", OnChip: true, Rate(9), Rate(1)),
        TaskWeights = new MemoryPort("sram", OnChip: true, Rate(21), Rate(17)),
        Activations = new MemoryPort("sram", OnChip: true, Rate(21), Rate(17)),
        Input = new MemoryPort("dram", OnChip: false, Rate(12.8), Rate(12.8)),
    };

    private static readonly Placement AllDram = new()
    {
        SharedWeights = new MemoryPort("dram", OnChip: false, Rate(12.8), Rate(11)),
        TaskWeights = new MemoryPort("dram", OnChip: false, Rate(12.8), Rate(11)),
        Activations = new MemoryPort("dram", OnChip: false, Rate(12.8), Rate(11)),
        Input = new MemoryPort("dram", OnChip: false, Rate(12.8), Rate(11)),
    };

    [Theory]
    [InlineData(AdapterForm.None, RegisterLayout.Full)]
    [InlineData(AdapterForm.None, RegisterLayout.Small)]
    [InlineData(AdapterForm.Parallel, RegisterLayout.Full)]
    [InlineData(AdapterForm.Parallel, RegisterLayout.Small)]
    [InlineData(AdapterForm.Series, RegisterLayout.Full)]
    public void ResNet26_takes_the_time_of_its_plan(AdapterForm form, RegisterLayout layout)
    {
        foreach (Placement placement in (Placement[])[Mixed, AllDram, AnyPlacement()])
        {
            var options = new NvdlaOptions { TimeModel = TimeModel.LayerMaximum, RegisterMap = layout };
            Network network = PaperNetworks(form)[0] with { SharedBits = 6, TaskBits = 7 };
            Durations(DeviceBench.Run(options, network, placement)).ShouldBe(Planned(options, network, placement));
        }
    }

    [Fact]
    public void An_inference_takes_the_time_of_its_plan_without_gaps()
    {
        var options = new NvdlaOptions { TimeModel = TimeModel.LayerMaximum };
        RegisterRun run = DeviceBench.Run(options, AnAdapterNetwork(), Mixed);
        run.IsDone.ShouldBeTrue();
        run.Layers[^1].End.ShouldBe(new NvdlaAccelerator(options).Plan(AnAdapterNetwork(), Mixed).Duration);
    }

    [Fact]
    public void What_the_driver_sees_is_what_the_device_did()
    {
        RegisterRun run = DeviceBench.Run(new NvdlaOptions(), AnAdapterNetwork(), Mixed);
        run.Interrupts.ShouldBe(run.Layers.Select(static layer => layer.End));
    }

    [Fact]
    public void The_driver_reports_the_end_a_cycle_after_the_last_interrupt()
    {
        RegisterRun run = DeviceBench.Run(new NvdlaOptions(), AnAdapterNetwork(), Mixed);
        run.Completed.ShouldBe(run.Layers[^1].End + SimTime.FromNanoseconds(1));
    }

    [Fact]
    public void Any_network_takes_the_time_of_its_plan() =>
        Prop.ForAll(
            Arb.From(Generators.Options), Arb.From(Generators.Placements), Arb.From(AnyNetwork), static (options, placement, network) =>
        {
            options.TimeModel = TimeModel.LayerMaximum;
            options.RegisterMap = network.Layers.Count % 2 == 0 ? RegisterLayout.Full : RegisterLayout.Small;
            RegisterRun run = DeviceBench.Run(options, network, placement);
            return run.IsDone && Durations(run).SequenceEqual(Planned(options, network, placement));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_layer_that_the_multipliers_bind_takes_their_cycles()
    {
        var options = new NvdlaOptions { TimeModel = TimeModel.LayerMaximum, WeightPort = Plenty };
        Placement fast = AnyPlacement() with { TaskWeights = Features };
        double cycles = new NvdlaAccelerator(options).Plan(ANetwork(AConvolution()), fast).Layers.Single().ComputeCycles;
        DeviceBench.Run(options, ANetwork(AConvolution()), fast).Layers.Single().Duration.ShouldBe(options.Clock.Cycles(cycles));
    }

    [Fact]
    public void Layers_never_overlap() =>
        Prop.ForAll(Arb.From(Generators.Options), Arb.From(AnyNetwork), static (options, network) =>
        {
            IReadOnlyList<LayerTime> layers = DeviceBench.Run(options, network, Mixed).Layers;
            return Enumerable.Range(1, layers.Count - 1).All(layer => layers[layer].Start >= layers[layer - 1].End);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Programming_while_a_layer_runs_does_not_lengthen_the_inference()
    {
        var bench = new DeviceBench(placement: Mixed);
        SimTime ended = bench.Run(
            AnAdapterNetwork(), new PacedBus(bench.Machine, SimTime.FromNanoseconds(2), SimTime.FromNanoseconds(50))).Layers[^1].End;
        RegisterRun ideal = DeviceBench.Run(new NvdlaOptions(), AnAdapterNetwork(), Mixed);
        (ended - ideal.Layers[^1].End).ShouldBe(StartedLater(bench), "the first layer alone starts after its registers are written");
    }

    [Fact]
    public void A_slow_driver_leaves_gaps_and_layers_as_long_as_they_are()
    {
        var options = new NvdlaOptions { TimeModel = TimeModel.LayerMaximum };
        var bench = new DeviceBench(options, placement: Mixed);
        RegisterRun run = bench.Run(APlainNetwork(), new PacedBus(bench.Machine, SimTime.FromMicroseconds(1), SimTime.Zero));
        Durations(run).ShouldBe(Planned(options, APlainNetwork(), Mixed));
        run.Layers[^1].End.ShouldBeGreaterThan(SimTime.FromPicoseconds(Durations(run).Sum()));
    }

    [Fact]
    public void Pooling_behind_a_convolution_is_one_layer_that_both_units_finish()
    {
        Layer layer = AConvolution(px: 16) with { Pooling = new PoolingWindow(2, 2, 2, 2) };
        var bench = new DeviceBench();
        bench.Run(ANetwork(layer)).IsDone.ShouldBeTrue();
        bench.Read("PDP", "S_POINTER").ShouldBe(0x1_0000u);
        bench.Read("SDP", "S_POINTER").ShouldBe(0x1_0000u);
    }

    [Fact]
    public void Inferences_follow_each_other_on_one_device_whatever_group_is_next()
    {
        var bench = new DeviceBench(placement: Mixed);
        Network network = ANetwork(AConvolution(), InterruptTests.APooling(), AConvolution(), AConvolution());
        RegisterRun[] runs = [.. Enumerable.Range(0, 3).Select(_ => bench.Run(network))];
        runs.ShouldAllBe(static run => run.IsDone && run.Layers.Count == 4);
        Durations(runs[2]).ShouldBe(Durations(runs[0]));
    }

    private static readonly Gen<Layer> AnyLayer = Gen.OneOf(
        Generators.Layers,
        from layer in Generators.Layers
        from perChannel in Gen.Choose(0, 4)
        from adds in Gen.Elements(true, false)
        from shares in Gen.Elements(true, false)
        from owned in Gen.Elements(true, false)
        select layer with
        {
            AddsOperand = adds,
            SharesInput = shares,
            SharedParameters = owned ? 0 : layer.TaskParameters,
            TaskParameters = (owned ? layer.TaskParameters : 0) + ((long)perChannel * layer.OutputChannels),
        },
        from layer in Generators.Layers
        from window in Gen.Choose(1, 3)
        from stride in Gen.Choose(1, 3)
        select layer with { Pooling = new PoolingWindow(window, window, stride, stride) },
        from channels in Gen.Choose(1, 256)
        from px in Gen.Choose(4, 32)
        from window in Gen.Choose(1, 4)
        from perChannel in Gen.Choose(0, 4)
        select InterruptTests.APooling(channels, px, window) with { TaskParameters = (long)perChannel * channels },
        from channels in Gen.Choose(1, 256)
        from px in Gen.Choose(1, 32)
        from perChannel in Gen.Choose(0, 4)
        from adds in Gen.Elements(true, false)
        select AConvolution(channels, px, channels, 1) with
        {
            Kind = LayerKind.Elementwise,
            AddsOperand = adds,
            TaskParameters = (long)perChannel * channels,
        },
        from inputs in Gen.Choose(1, 1024)
        from outputs in Gen.Choose(1, 1024)
        select AConvolution(inputs, 1, outputs, 1) with { Kind = LayerKind.FullyConnected, TaskParameters = (inputs + 1L) * outputs });

    internal static readonly Gen<Network> AnyNetwork =
        from count in Gen.Choose(1, 12)
        from layers in Gen.ListOf(AnyLayer, count)
        from shared in Gen.Choose(1, 16)
        from task in Gen.Choose(1, 16)
        select ANetwork([.. layers]) with { SharedBits = shared, TaskBits = task };

    private static Bandwidth Rate(double gigabytes) => Bandwidth.FromGigabytesPerSecond(gigabytes);

    /// <summary>Picoseconds of each layer.</summary>
    private static IEnumerable<long> Durations(RegisterRun run) => run.Layers.Select(static layer => layer.Duration.Picoseconds);

    private static IEnumerable<long> Planned(NvdlaOptions options, Network network, Placement placement) =>
        new NvdlaAccelerator(options).Plan(network, placement).Layers.Select(static layer => layer.Duration.Picoseconds);

    private static SimTime StartedLater(DeviceBench bench)
    {
        ProgrammedLayer first = new LayerProgrammer(bench.Options, RegisterLayout.Full, DeviceBench.Addresses).Program(
            AnAdapterNetwork().Layers[0], true);
        return SimTime.FromNanoseconds(2) * (2 + first.Writes.Count + (2 * first.Units.Count));
    }
}
