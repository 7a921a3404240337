namespace Memti.Plugins.ImcCluster.Crossbars;

/// <summary>One block in each array.</summary>
internal sealed class SinglePacker : IBlockPacker
{
    public int Arrays { get; private set; }

    public PlacedBlock Place(WeightBlock block) => new(block, Arrays++, 0, 0);
}
