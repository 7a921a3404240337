using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Adapters;
using Memti.Plugins.Adapters.Backbones;
using Memti.Plugins.ImcCluster.Mapping;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Tests.Mapping;

public sealed class MappingTests
{
    private static readonly Layer Adapter = Nets.Pointwise("adapter", 64, 64, 8) with { SharedParameters = 0, TaskParameters = 64 * 64 };

    [Fact]
    public void Kernels_of_a_task_stay_on_the_cores()
    {
        MappedNetwork mapped = MappedNetwork.Of(
            new ImcClusterOptions { FirstLayer = KernelEngine.Crossbar }, Nets.Of(Nets.Pointwise("shared", 64, 64, 8), Adapter));

        mapped.Works.Select(static work => work.Engine).ShouldBe([Engine.Crossbar, Engine.Cores]);
    }

    [Fact]
    public void Kernels_of_a_task_are_refused_in_the_arrays_of_all()
    {
        var refused = Should.Throw<MemtiException>(() => MappedNetwork.Of(
            new ImcClusterOptions { Layers = "adapter=crossbar" }, Nets.Of(Nets.Pointwise("shared", 64, 64, 8), Adapter)));

        (refused.Diagnostic.Code, refused.Diagnostic.Key).ShouldBe((ImcCodes.BadMapping, "layers"));
    }

    [Theory]
    [InlineData("nope=cores")]
    [InlineData("shared")]
    [InlineData("shared=gpu")]
    [InlineData("shared=depthwise_engine")]
    public void Exceptions_that_cannot_be_are_refused(string layers)
    {
        var refused = Should.Throw<MemtiException>(() => MappedNetwork.Of(
            new ImcClusterOptions { Layers = layers }, Nets.Of(Nets.Pointwise("shared", 64, 64, 8))));

        refused.Diagnostic.Code.ShouldBe(ImcCodes.BadMapping);
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(8, 0)]
    public void Parameters_of_less_than_one_bit_are_refused(int shared, int task)
    {
        Network network = Nets.Of(Nets.Pointwise("shared", 64, 64, 8)) with { SharedBits = shared, TaskBits = task };

        Should.Throw<MemtiException>(() => MappedNetwork.Of(new ImcClusterOptions(), network))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.BadNetwork);
    }

    [Fact]
    public void An_exception_wins_over_the_rules() => MappedNetwork
        .Of(new ImcClusterOptions { Layers = "shared=crossbar" }, Nets.Of(Nets.Pointwise("shared", 64, 64, 8)))
        .Works[0].Engine.ShouldBe(Engine.Crossbar);

    [Fact]
    public void The_engine_knows_three_by_three_alone() => MappedNetwork
        .Of(new ImcClusterOptions(), Nets.Of(Nets.Depthwise("dw", 32, 8, kernel: 5)))
        .Works[0].Engine.ShouldBe(Engine.Cores);

    [Fact]
    public void Weights_in_crossbars_do_not_move()
    {
        InferencePlan plan = new ImcClusterAccelerator(new ImcClusterOptions { FirstLayer = KernelEngine.Crossbar })
            .Plan(Nets.Of(Nets.Pointwise("one", 64, 64, 8), Nets.Pointwise("two", 64, 64, 8)), Nets.Placement());

        plan.Layers.ShouldAllBe(static layer => layer.SharedWeights == DataSize.Zero && layer.TaskWeights == DataSize.Zero);
        plan.Traffic.Single(static traffic => traffic.Direction == TransferDirection.Read).Size
            .ShouldBe(DataSize.FromBytes(2 * 64 * 64));
    }

    [Fact]
    public void Shared_kernels_that_no_crossbar_holds_lie_with_the_task()
    {
        var accelerator = new ImcClusterAccelerator(new ImcClusterOptions());
        Network network = Nets.Of(Nets.Pointwise("first", 64, 64, 8), Nets.Depthwise("dw", 64, 8), Nets.Pointwise("two", 64, 64, 8));

        NetworkStorage storage = accelerator.StorageOf(network);
        (storage.SharedWords, storage.TaskWords).ShouldBe((65536, (64 * 64) + (64 * 9)));
        accelerator.Plan(network, Nets.Placement()).Layers[1].TaskWeights.ShouldBe(DataSize.FromBytes(64 * 9));
    }

    [Fact]
    public void Places_of_arrays_that_no_weight_takes_are_unused() =>
        new ImcClusterAccelerator(new ImcClusterOptions { FirstLayer = KernelEngine.Crossbar })
            .StorageOf(Nets.Of(Nets.Pointwise("one", 64, 64, 8)))
            .ShouldBe(new NetworkStorage(65536, 0, 8) { UnusedSharedWords = 65536 - (64 * 64) });

    [Fact]
    public void Without_a_crossbar_the_storage_is_plain() =>
        new ImcClusterAccelerator(new ImcClusterOptions { Convolutions = KernelEngine.Cores })
            .StorageOf(Nets.Of(Nets.Pointwise("one", 64, 64, 8))).ShouldBe(new NetworkStorage(64 * 64, 0, 8));

    [Fact]
    public void A_slow_memory_binds_a_layer()
    {
        InferencePlan plan = new ImcClusterAccelerator(new ImcClusterOptions())
            .Plan(Nets.Of(Nets.Pointwise("one", 64, 64, 8)), Nets.Placement(gigabytes: 0.001));

        plan.Binding.ShouldBe("memory");
        plan.Duration.ShouldBe(SimTime.FromMicroseconds(((64 * 64) + (64 * 64)) / 1.0 / 1)); // weights and inputs at 1 MB/s
    }

    [Fact]
    public void The_three_tasks_share_the_arrays()
    {
        var model = new ResNet26(new ResNet26Options(), [new("cifar100", 100), new("gtsrb", 43)]);
        var accelerator = new ImcClusterAccelerator(new ImcClusterOptions { Arrays = 128 });

        accelerator.StorageOf(model.Build(0)).SharedWords.ShouldBe(accelerator.StorageOf(model.Build(1)).SharedWords);
        (accelerator.StorageOf(model.Build(0)).SharedWords / 65536).ShouldBe(89);
    }

    [Fact]
    public void Energy_of_a_product_falls_with_the_rows_and_columns_it_uses()
    {
        double whole = EnergyOf(256, 256), half = EnergyOf(128, 256), narrow = EnergyOf(256, 128);

        half.ShouldBeLessThan(whole);
        narrow.ShouldBeLessThan(half); // columns have the greater share
        // 20.5 nJ are of the whole cluster, whose on power is counted apart.
        whole.ShouldBe(20.5 - (4 * 0.1368), 1e-9);
    }

    private static double EnergyOf(int inputs, int outputs) => MappedNetwork
        .Of(new ImcClusterOptions { FirstLayer = KernelEngine.Crossbar }, Nets.Of(Nets.Pointwise("one", inputs, outputs, 1)))
        .Works[0].Energy.Nanojoules;
}
