using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Timing;

/// <summary>Cycles of the depth-wise engine.</summary>
internal static class DepthwiseCycles
{
    /// <summary>Whole cycles of a number of multiply-accumulates.</summary>
    internal static long Of(ImcClusterOptions options, long macs) => WholeCycles.Of(macs / options.DepthwiseMacsPerCycle);
}
