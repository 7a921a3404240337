namespace Memti.Plugins.ImcCluster.Crossbars;

/// <summary>A block in an array.</summary>
/// <param name="Block">The block.</param>
/// <param name="Array">Index of the array.</param>
/// <param name="Row">First row in it.</param>
/// <param name="Column">First column in it.</param>
internal readonly record struct PlacedBlock(WeightBlock Block, int Array, int Row, int Column);
