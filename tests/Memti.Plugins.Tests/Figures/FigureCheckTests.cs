using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Processors;
using Memti.Abstractions.Units;
using Memti.Plugins.Codes;
using Memti.Plugins.Figures;

namespace Memti.Plugins.Tests.Figures;

/// <summary>The host believes no figure of a plugin unseen.</summary>
public sealed class FigureCheckTests
{
    private static readonly MemoryFigures Sound = new()
    {
        Capacity = DataSize.FromKibibytes(1),
        Volatile = false,
        Read = Bandwidth.FromGigabytesPerSecond(1),
        Write = Bandwidth.FromGigabytesPerSecond(1),
    };

    private static readonly InferencePlan Plan = new()
    {
        Duration = SimTime.FromPicoseconds(10),
        Binding = "compute",
        TimeModel = "whole_frame",
        DynamicEnergy = Energy.FromPicojoules(1),
        Traffic = [new Traffic("m", TransferDirection.Read, DataSize.FromBytes(1))],
        Layers = [new LayerPlan { Name = "a", Duration = SimTime.FromPicoseconds(10), Binding = "compute" }],
    };

    public static TheoryData<MemoryFigures, string> BadMemories => new()
    {
        { Sound with { ReadPerBit = Energy.FromPicojoules(-1) }, "read energy per bit" },
        { Sound with { OnPower = Power.FromWatts(double.NaN) }, "on power" },
        { Sound with { Area = Area.FromSquareMillimetres(double.PositiveInfinity) }, "area" },
        { Sound with { Read = default }, "read rate" },
        { Sound with { ReadLatency = SimTime.FromPicoseconds(-1) }, "read latency" },
        { Sound with { WriteLatency = SimTime.FromPicoseconds(-1) }, "write latency" },
        { Sound with { WakeLatency = SimTime.FromPicoseconds(-1) }, "wake latency" },
    };

    public static TheoryData<InferencePlan> BadPlans =>
    [
        Plan with { Duration = SimTime.Zero },
        Plan with { Layers = [] },
        Plan with { Duration = SimTime.FromPicoseconds(11) }, // more than its layers
        Plan with { Binding = "" },
        Plan with { DynamicEnergy = Energy.FromJoules(-1) },
        Plan with { ComputeEnergy = Energy.FromJoules(-1) },
        Plan with { ComputeEnergy = Energy.FromJoules(double.NaN) },
        Plan with { Traffic = [new Traffic("elsewhere", TransferDirection.Read, DataSize.FromBytes(1))] },
        Plan with { Traffic = [Plan.Traffic[0], Plan.Traffic[0]] },
    ];

    public static TheoryData<ProcessorFigures, string> BadProcessors => new()
    {
        { Core with { Clock = default }, "clock" },
        { Core with { PerActiveCycle = Energy.FromPicojoules(-1) }, "energy per active cycle" },
        { Core with { OnPower = Power.FromWatts(double.NaN) }, "on power" },
        { Core with { WakeLatency = SimTime.FromPicoseconds(-1) }, "wake latency" },
    };

    private static ProcessorFigures Core => new() { Clock = Frequency.FromMegahertz(100), ElfMachine = 243 };

    [Theory]
    [MemberData(nameof(BadProcessors))]
    public void A_processor_that_cannot_be_is_refused(ProcessorFigures figures, string figure)
    {
        FigureCheck.Processor(Core).ShouldBe(Core);
        Diagnostic finding = Should.Throw<MemtiException>(() => FigureCheck.Processor(figures)).Diagnostic;
        (finding.Code, finding.Message.Contains(figure, StringComparison.Ordinal)).ShouldBe((PluginCodes.BadProcessorFigure, true));
    }

    [Fact]
    public void Sound_figures_pass()
    {
        FigureCheck.Memory("m", Sound).ShouldBeSameAs(Sound);
        FigureCheck.Plan("t", Plan, ["m"]).ShouldBeSameAs(Plan);
    }

    [Theory]
    [MemberData(nameof(BadMemories))]
    public void A_memory_figure_that_cannot_be_is_named(MemoryFigures figures, string figure)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => FigureCheck.Memory("task", figures)).Diagnostic;
        finding.Code.ShouldBe(DiagnosticCode.BadMemoryFigure);
        finding.Message.ShouldContain("'task'");
        finding.Message.ShouldContain(figure);
    }

    [Theory]
    [MemberData(nameof(BadPlans))]
    public void A_plan_that_cannot_be_is_refused(InferencePlan plan) =>
        Should.Throw<MemtiException>(() => FigureCheck.Plan("gtsrb", plan, ["m"])).Diagnostic.Code.ShouldBe(DiagnosticCode.BadPlan);

    [Fact]
    public void An_accelerator_that_gives_energy_back_is_refused() =>
        Should.Throw<MemtiException>(() => FigureCheck.Accelerator(new AcceleratorFigures { WakeEnergy = Energy.FromJoules(-1) }))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.BadPlan);

    [Fact]
    public void A_model_whose_layers_do_not_hold_what_it_states_is_refused()
    {
        var task = new TaskDescription("gtsrb", 43, SharedParameters: 10, [new ParameterGroup("classifier", 5)]);
        var layer = new Layer
        {
            Name = "a",
            Kind = LayerKind.FullyConnected,
            InputChannels = 1,
            OutputChannels = 1,
            SharedParameters = 10,
            TaskParameters = 4
        };
        var network = new Network("n", "gtsrb", [layer]) { SharedBits = 8, TaskBits = 8 };
        Should.Throw<MemtiException>(() => FigureCheck.Network(task, network)).Diagnostic.Code.ShouldBe(DiagnosticCode.BadNetwork);
    }

    [Fact]
    public void Parameters_that_two_layers_read_are_stored_once()
    {
        var task = new TaskDescription("gtsrb", 43, SharedParameters: 10, [new ParameterGroup("classifier", 4)]);
        FigureCheck.Network(task, Twice(0)).Layers.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)] // of itself
    [InlineData(2)] // of a later one
    public void Parameters_of_a_layer_that_is_not_before_are_refused(int owner) => Refused(Twice(owner));

    [Fact]
    public void A_chain_or_another_number_of_parameters_is_refused()
    {
        Network sound = Twice(0);
        Refused(sound with { Layers = [sound.Layers[0], sound.Layers[1], sound.Layers[2] with { WeightsOf = 1 }] });
        Refused(sound with { Layers = [sound.Layers[0], sound.Layers[1] with { SharedParameters = 9 }, sound.Layers[2]] });
    }

    private static void Refused(Network network) => Should.Throw<MemtiException>(
        () => FigureCheck.Network(new TaskDescription("gtsrb", 43, SharedParameters: 10, [new ParameterGroup("classifier", 4)]), network))
        .Diagnostic.Code.ShouldBe(DiagnosticCode.BadNetwork);

    /// <summary>Ten shared and four own parameters, which the second layer reads again.</summary>
    private static Network Twice(int owner)
    {
        var layer = new Layer
        {
            Name = "a",
            Kind = LayerKind.FullyConnected,
            InputChannels = 1,
            OutputChannels = 1,
            SharedParameters = 10,
            TaskParameters = 4
        };
        Layer bare = layer with { SharedParameters = 0, TaskParameters = 0 };
        return new Network("n", "gtsrb", [layer, layer with { WeightsOf = owner }, bare]) { SharedBits = 8, TaskBits = 8 };
    }
}
