using Memti.Abstractions.Diagnostics;
using Memti.Plugins.ImcCluster.Crossbars;
using Memti.Plugins.ImcCluster.Mapping;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Tests.Crossbars;

public sealed class PackingTests
{
    [Theory]
    [InlineData(PackingRule.MaxRects, 34)]
    [InlineData(PackingRule.Shelf, 34)]
    [InlineData(PackingRule.None, 85)]
    public void MobileNetV2_needs_so_many_arrays(PackingRule rule, int arrays) =>
        MappedNetwork.Of(new ImcClusterOptions { Packing = rule }, Nets.MobileNet()).Packing.Arrays.ShouldBe(arrays);

    [ReferenceFact(Reference.Cluster)]
    public void The_blocks_and_products_of_MobileNetV2_are_those_of_its_shapes()
    {
        var workload = Reference.Of(Reference.Cluster).GetProperty("mobilenet_v2").GetProperty("workload_1_0_224");
        MappedNetwork mapped = MappedNetwork.Of(new ImcClusterOptions(), Nets.MobileNet());

        mapped.Packing.Blocks.Count.ShouldBe(workload.GetProperty("tiles_256_pointwise").GetInt32());
        mapped.Works.Sum(static work => work.Products).ShouldBe(workload.GetProperty("mvm_count_pointwise").GetInt64());
        mapped.Packing.Weights.ShouldBe(workload.GetProperty("weights_pointwise").GetInt64());
    }

    [Fact]
    public void Blocks_stay_in_their_arrays_and_never_overlap() => Prop.ForAll(
        ArbMap.Default.ArbFor<(byte, byte)[]>(), Gen.Elements(PackingRule.MaxRects, PackingRule.Shelf).ToArbitrary(),
        static (sizes, rule) =>
        {
            WeightBlock[] blocks = [.. sizes.Select(static size => new WeightBlock(0, size.Item1 + 1, size.Item2 + 1, 1, 1))];
            ArrayPacking packing = ArrayPacking.Of(new ImcClusterOptions { Packing = rule }, blocks);
            packing.Blocks.Count.ShouldBe(blocks.Length);
            foreach (var array in packing.Blocks.GroupBy(static placed => placed.Array))
            {
                bool[,] taken = new bool[256, 256];
                foreach (PlacedBlock placed in array)
                    for (int row = placed.Row; row < placed.Row + placed.Block.Rows; row++)
                        for (int column = placed.Column; column < placed.Column + placed.Block.Columns; column++)
                        {
                            taken[row, column].ShouldBeFalse();
                            taken[row, column] = true;
                        }
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_network_of_more_blocks_than_arrays_says_how_many_are_missing()
    {
        var refused = Should.Throw<MemtiException>(
            () => new ImcClusterAccelerator(new ImcClusterOptions { Arrays = 30 }).StorageOf(Nets.MobileNet()));

        refused.Diagnostic.Code.ShouldBe(ImcCodes.ArraysMissing);
        refused.Diagnostic.Key.ShouldBe("arrays");
        refused.Diagnostic.Permitted.ShouldBe("at least 34");
        refused.Message.ShouldContain("4 are missing");
    }

    [Fact]
    public void A_depthwise_column_longer_than_the_array_is_refused()
    {
        var options = new ImcClusterOptions { Rows = 8, Depthwise = Engine.Crossbar };
        var refused = Should.Throw<MemtiException>(() => MappedNetwork.Of(options, Nets.Of(Nets.Depthwise("dw", 4, 4))));

        (refused.Diagnostic.Code, refused.Diagnostic.Key).ShouldBe((ImcCodes.CrossbarTooSmall, "dw"));
    }

    [Fact]
    public void A_long_dot_product_is_refused_where_blocks_of_rows_are()
    {
        var options = new ImcClusterOptions { RowBlocks = RowBlocks.Refuse, FirstLayer = KernelEngine.Crossbar };
        var refused = Should.Throw<MemtiException>(() => MappedNetwork.Of(options, Nets.Of(Nets.Pointwise("long", 257, 8, 4))));

        (refused.Diagnostic.Code, refused.Diagnostic.Key, refused.Diagnostic.Value).ShouldBe((ImcCodes.CrossbarTooSmall, "long", "256"));
    }

    [Fact]
    public void Depthwise_kernels_lie_block_diagonally()
    {
        MappedNetwork mapped =
            MappedNetwork.Of(new ImcClusterOptions { Depthwise = Engine.Crossbar }, Nets.Of(Nets.Depthwise("dw", 64, 4)));

        mapped.Works[0].Blocks.Select(static block => (block.Rows, block.Columns)).ShouldBe([(252, 28), (252, 28), (72, 8)]);
        mapped.Works[0].Blocks[0].Lines.ShouldBe(Enumerable.Repeat(28, 9)); // nine pixels of 28 channels
        mapped.Works[0].Products.ShouldBe(3 * 16);
    }

    [Fact]
    public void Partial_sums_cost_nothing_in_the_interface_and_cycles_on_the_cores()
    {
        var network = Nets.Of(Nets.Pointwise("pw", 512, 64, 4));
        var options = new ImcClusterOptions { FirstLayer = KernelEngine.Crossbar };
        MappedNetwork.Of(options, network).Works[0].CoreCycles.ShouldBe(0);
        options.RowBlocks = RowBlocks.Cores;
        MappedNetwork.Of(options, network).Works[0].CoreCycles.ShouldBe(16 * 64 * 9 / 8);
    }
}
