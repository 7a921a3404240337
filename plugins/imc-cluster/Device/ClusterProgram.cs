using Memti.Abstractions.Devices;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Crossbars;
using Memti.Plugins.ImcCluster.Mapping;

namespace Memti.Plugins.ImcCluster.Device;

/// <summary>The register writes of one inference, layer by layer.</summary>
internal static class ClusterProgram
{
    internal static IReadOnlyList<LayerProgram> Of(MappedNetwork mapped, NetworkAddresses addresses)
    {
        ILookup<WeightBlock, PlacedBlock> places =
            mapped.Packing.Blocks.ToLookup<PlacedBlock, WeightBlock>(static placed => placed.Block, ReferenceEqualityComparer.Instance);
        return [.. mapped.Works.Select((work, index) => Of(mapped, work, index, addresses, places))];
    }

    private static LayerProgram Of(
        MappedNetwork mapped, LayerWork work, int index, NetworkAddresses addresses, ILookup<WeightBlock, PlacedBlock> places)
    {
        List<(uint Offset, uint Value)> writes = [];
        if (index == 0)
            writes.Add((ClusterRegisters.Begin, 1));
        var data = new LayerData(mapped, work);
        Move(writes, addresses.SharedWeights, data.SharedWeights, isOut: false);
        Move(writes, addresses.TaskWeights, data.TaskWeights, isOut: false);
        Move(writes, index == 0 ? addresses.Input : addresses.Activations, data.Input, isOut: false);
        Move(writes, addresses.Activations, data.Operand, isOut: false);
        Move(writes, addresses.Activations, data.Output, isOut: true);
        foreach (WeightBlock block in work.Blocks)
            Multiply(writes, block, work.Pixels, places[block].FirstOrDefault());
        if (work.DepthwiseCycles > 0)
            writes.Add((ClusterRegisters.DepthwiseMacs, checked((uint)work.Layer.MultiplyAccumulates)));
        if (work.CoreCycles > 0)
            writes.Add((ClusterRegisters.CoreCycles, checked((uint)work.CoreCycles)));
        return new LayerProgram(work.Layer.Name, [ClusterRegisters.Context], writes, [ClusterRegisters.Sync], 1, 1);
    }

    private static void Move(List<(uint Offset, uint Value)> writes, ulong address, DataSize size, bool isOut)
    {
        if (size == DataSize.Zero)
            return;
        writes.Add((ClusterRegisters.DmaAddress, checked((uint)address)));
        writes.Add((ClusterRegisters.DmaBits, checked((uint)size.Bits)));
        writes.Add((ClusterRegisters.DmaStart, isOut ? 1u : 0));
    }

    /// <summary>The jobs of a block. Blocks of a layer that reads the kernels of another one lie where those do: at the start, for the
    /// times are the same everywhere.</summary>
    private static void Multiply(List<(uint Offset, uint Value)> writes, WeightBlock block, long pixels, PlacedBlock place)
    {
        writes.Add((ClusterRegisters.Array, (uint)place.Array));
        writes.Add((ClusterRegisters.JobStartX, (uint)place.Column));
        writes.Add((ClusterRegisters.JobStartY, (uint)place.Row));
        writes.Add((ClusterRegisters.FetchLength, (uint)block.Rows));
        writes.Add((ClusterRegisters.StoreLength, (uint)block.Columns));
        writes.Add((ClusterRegisters.LineLength, (uint)block.Line));
        writes.Add((ClusterRegisters.FeatureLength, (uint)block.Skipped));
        writes.Add((ClusterRegisters.NumJobs, checked((uint)pixels)));
        writes.Add((ClusterRegisters.Trigger, 0));
    }
}
