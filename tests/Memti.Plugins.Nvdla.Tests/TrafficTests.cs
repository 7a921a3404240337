using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests;

public sealed class TrafficTests
{
    private static readonly MemoryPort Dram = new("backing", OnChip: false, Plenty, Plenty);
    private static readonly MemoryPort Rram = new("shared", OnChip: true, Plenty, Plenty);
    private static readonly MemoryPort Sram = new("task", OnChip: true, Plenty, Plenty);

    [Fact]
    public void Each_role_is_charged_to_its_memory()
    {
        Placement placement = WeightsIn(Rram, Sram) with { Input = Dram };
        InferencePlan plan = new NvdlaAccelerator(new NvdlaOptions()).Plan(AnAdapterNetwork(), placement);
        Moved(plan, "shared", TransferDirection.Read).ShouldBe(DataSize.FromBytes(5_806_944));
        Moved(plan, "task", TransferDirection.Read).ShouldBe(DataSize.FromBytes(678_660));
        Moved(plan, "backing", TransferDirection.Read).ShouldBe(DataSize.FromBytes(3 * 64 * 64));
    }

    [Fact]
    public void A_memory_occurs_once_per_direction()
    {
        InferencePlan plan = new NvdlaAccelerator(new NvdlaOptions()).Plan(
            AnAdapterNetwork(), new Placement { SharedWeights = Sram, TaskWeights = Sram, Activations = Sram, Input = Sram });
        plan.Traffic.Select(static traffic => (traffic.Memory, traffic.Direction)).ShouldBe(
            [("task", TransferDirection.Read), ("task", TransferDirection.Write)]);
    }

    [Fact]
    public void A_layer_that_shares_its_input_reads_the_second_operand_alone()
    {
        InferencePlan plan = new NvdlaAccelerator(new NvdlaOptions()).Plan(AnAdapterNetwork(), AnyPlacement());
        plan.Layers.Single(static layer => layer.Name == "stage2.block1.adapter1").Input.ShouldBe(DataSize.FromBytes(128 * 16 * 16));
    }

    [Fact]
    public void A_convolution_that_adds_a_shortcut_reads_input_and_operand()
    {
        InferencePlan plan = new NvdlaAccelerator(new NvdlaOptions()).Plan(APlainNetwork(), AnyPlacement());
        plan.Layers.Single(static layer => layer.Name == "stage2.block2.conv2").Input.ShouldBe(DataSize.FromBytes(2 * 128 * 16 * 16));
    }

    [Fact]
    public void What_the_layers_move_is_what_the_memories_move() =>
        Prop.ForAll(Arb.From(Generators.Options), static options =>
        {
            InferencePlan plan = new NvdlaAccelerator(options).Plan(AnAdapterNetwork(), WeightsIn(Rram, Sram) with { Input = Dram });
            long layers =
                plan.Layers.Sum(static layer => layer.SharedWeights.Bits + layer.TaskWeights.Bits + layer.Input.Bits + layer.Output.Bits);
            return layers == plan.Traffic.Sum(static traffic => traffic.Size.Bits);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Several_passes_never_move_less_than_one() =>
        Prop.ForAll(Arb.From(Generators.Layers), Arb.From(Gen.Choose(32, 512)), static (layer, kib) =>
            Bits(layer, kib, Passes.Multiple) >= Bits(layer, kib, Passes.Single)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(6, 8)]
    [InlineData(8, 4)]
    public void Weights_move_at_the_bits_that_they_are_stored_in(int sharedBits, int taskBits)
    {
        Network network = AnAdapterNetwork() with { SharedBits = sharedBits, TaskBits = taskBits };
        InferencePlan plan = new NvdlaAccelerator(new NvdlaOptions()).Plan(network, WeightsIn(Rram, Sram));
        Moved(plan, "shared", TransferDirection.Read).ShouldBe(DataSize.FromBits(5_806_944L * sharedBits));
        Moved(plan, "task", TransferDirection.Read).ShouldBe(DataSize.FromBits(678_660L * taskBits));
    }

    private static long Bits(Layer layer, int bufferKib, Passes passes)
    {
        var options = new NvdlaOptions { Buffer = DataSize.FromKibibytes(bufferKib), Passes = passes };
        return new NvdlaAccelerator(options).Plan(ANetwork(layer), AnyPlacement()).Traffic.Sum(static traffic => traffic.Size.Bits);
    }

    private static DataSize Moved(InferencePlan plan, string memory, TransferDirection direction) =>
        plan.Traffic.Single(traffic => traffic.Memory == memory && traffic.Direction == direction).Size;
}
