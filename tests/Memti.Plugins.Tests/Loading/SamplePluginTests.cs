using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Catalog;
using Memti.Plugins.Registry;

namespace Memti.Plugins.Tests.Loading;

public sealed class SamplePluginTests : IDisposable
{
    private readonly PluginCatalog _catalog = TestPlugin.Load([.. TestPlugin.Good.Select(TestPlugin.Folder)]);

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void Every_sample_loads_and_registers_its_kind() =>
        _catalog.Registrations.Select(static registration => registration.Kind)
            .ShouldBe(["hello-memory", "hello-accelerator", "hello-model", "hello-firmware"]);

    [Theory]
    [InlineData("hello-memory", "HelloMemory")]
    [InlineData("hello-accelerator", "HelloAccelerator")]
    [InlineData("hello-model", "HelloModel")]
    [InlineData("hello-firmware", "HelloFirmware")]
    public void A_sample_brings_no_copy_of_the_contract(string folder, string assembly) =>
        Directory.GetFiles(TestPlugin.Folder(folder), "*.dll").Select(Path.GetFileName).ShouldBe([assembly + ".dll"]);

    [Fact]
    public void The_memory_has_the_figures_of_its_data_sheet()
    {
        MemoryFigures figures = Memory().Size(new MemoryRequest([new ContentBlock(1000, 8)], null!));

        figures.Capacity.Mebibytes.ShouldBe(8);
        figures.CellsUsed.ShouldBe(8000);
        figures.Read.BytesPerSecond.ShouldBe(16 * 2 / 110e-9, tolerance: 1);
        figures.ReadPerBit.Picojoules.ShouldBe((26.4e-3 - 297e-6) * 110e-9 / 16 * 1e12, tolerance: 1e-6);
        figures.OnPower.Milliwatts.ShouldBe(16 * 0.297, tolerance: 1e-9);
    }

    [Fact]
    public void The_memory_says_by_how_much_its_contents_are_too_large()
    {
        var request = new MemoryRequest([new ContentBlock((8L * 1024 * 1024) + 5, 8)], null!);

        Diagnostic finding = Should.Throw<MemtiException>(() => Memory().Size(request)).Diagnostic;

        finding.Code.ShouldBe(DiagnosticCode.CapacityExceeded);
        finding.Message.ShouldContain("by 5 bytes");
    }

    [Fact]
    public void The_layers_of_the_model_hold_the_parameters_that_its_tasks_name()
    {
        IModel model = Model();

        Network network = model.Build(1);

        network.Task.ShouldBe("signs");
        network.Layers.Sum(static layer => layer.SharedParameters).ShouldBe(model.Tasks[1].SharedParameters);
        network.Layers.Sum(static layer => layer.TaskParameters).ShouldBe(model.Tasks[1].TaskParameterCount);
        model.Tasks[0].SharedParameters.ShouldBe(model.Tasks[1].SharedParameters);
    }

    [Fact]
    public void The_model_asks_for_the_classes_of_a_task() =>
        Should.Throw<MemtiException>(() => Make(_catalog.Models["hello-model"], [new TaskRequest("unknown")]))
            .Diagnostic.Message.ShouldContain("'unknown'");

    [Fact]
    public void The_plan_of_the_accelerator_adds_up()
    {
        InferencePlan plan = Accelerator().Plan(Model().Build(0), Placement(gigabytesPerSecond: 10));

        plan.Layers.Sum(static layer => layer.Duration.Picoseconds).ShouldBe(plan.Duration.Picoseconds);
        plan.Layers.ShouldAllBe(static layer => double.IsFinite(layer.ComputeCycles) && layer.Duration > SimTime.Zero);
        plan.DynamicEnergy.Joules.ShouldBeGreaterThan(0);
        plan.Traffic.Select(static traffic => (traffic.Memory, traffic.Direction)).ShouldBeUnique();
        plan.Traffic.Single(static traffic => traffic.Memory == "shared").Size.Bits.ShouldBe(8 * Model().Tasks[0].SharedParameters);
    }

    [Fact]
    public void Slow_memories_bind_the_accelerator_and_fast_ones_do_not()
    {
        Network network = Model().Build(0);

        InferencePlan fast = Accelerator().Plan(network, Placement(gigabytesPerSecond: 1000));
        InferencePlan slow = Accelerator().Plan(network, Placement(gigabytesPerSecond: 0.01));

        fast.Binding.ShouldBe("compute");
        slow.Binding.ShouldNotBe("compute");
        slow.Duration.ShouldBeGreaterThan(fast.Duration);
    }

    [Fact]
    public async Task The_firmware_powers_down_after_every_second_frame()
    {
        var soc = new RecordingSystemOnChip(new Frame(0, [0, 1]), new Frame(1, [1], Deployed: 1), new Frame(2, [0]));
        Registration<IFirmware> registration = _catalog.Firmware["hello-firmware"];

        await registration.Create(Options(registration)).RunAsync(soc);

        soc.Steps.ShouldBe(
        [
            "wake", "load 0", "infer 0", "load 1", "infer 1", "complete",
            "wake", "deploy 1", "load 1", "infer 1", "complete", "down",
            "wake", "load 0", "infer 0", "complete",
        ]);
    }

    private IMemoryModel Memory() => _catalog.Memories["hello-memory"].Create(Options(_catalog.Memories["hello-memory"]));

    private IAccelerator Accelerator() =>
        _catalog.Accelerators["hello-accelerator"].Create(Options(_catalog.Accelerators["hello-accelerator"]));

    private IModel Model() => Make(_catalog.Models["hello-model"], [new TaskRequest("letters", 26), new TaskRequest("signs", 43)]);

    private static IModel Make(Registration<ModelFactory> registration, IReadOnlyList<TaskRequest> tasks) =>
        registration.Create(Options(registration))(tasks);

    private static object Options(Registration registration) => Activator.CreateInstance(registration.OptionsType)!;

    private static Placement Placement(double gigabytesPerSecond)
    {
        var rate = Bandwidth.FromGigabytesPerSecond(gigabytesPerSecond);
        var working = new MemoryPort("working", OnChip: true, rate, rate);
        return new Placement
        {
            SharedWeights = new MemoryPort("shared", OnChip: true, rate, rate),
            TaskWeights = working,
            Activations = working,
            Input = working,
        };
    }
}
