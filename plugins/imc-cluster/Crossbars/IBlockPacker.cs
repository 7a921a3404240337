namespace Memti.Plugins.ImcCluster.Crossbars;

/// <summary>Finds a place for one block after the other.</summary>
internal interface IBlockPacker
{
    /// <summary>Arrays used so far.</summary>
    int Arrays { get; }

    /// <summary>Places a block that is no larger than an array.</summary>
    PlacedBlock Place(WeightBlock block);
}
